import { channel } from "node:diagnostics_channel";

/** What the portal's own use of its database tells: it answered, it had no connection to spare, or no room to store. */
export type DatabaseNews = "ANSWERED" | "CROWDED" | "STORAGE_FULL";

/** The web server in front, which runs in this process, listens on a channel of this name (scripts/lib/database-probe.mjs). */
const news = channel("sinovik.database");

export const tellOfDatabase = (what: DatabaseNews) => news.publish(what);
