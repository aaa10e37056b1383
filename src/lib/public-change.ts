import { channel } from "node:diagnostics_channel";

/** The web server in front, which runs in this process, listens on a channel of this name (scripts/lib/public-cache.mjs). */
const changes = channel("sinovik.public-change");

/** A signed-in person's act has just changed what public pages say: copies of them are doubtful from now on. */
export const tellPublicChange = () => changes.publish(undefined);
