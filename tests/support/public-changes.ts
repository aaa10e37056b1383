import { subscribe } from "node:diagnostics_channel";
import { PUBLIC_CHANGE } from "../../scripts/lib/public-cache.mjs";

/** From now on: how often the web server in front was told that public pages say something else. */
export function countPublicChanges(): () => number {
  let told = 0;
  subscribe(PUBLIC_CHANGE, () => (told += 1));
  return () => told;
}
