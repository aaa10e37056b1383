// npm run test:nightly [-- --web=20 --database=5]
// Kills the web process and the database again and again while people write, judge and file, and counts what was lost; puts
// another release behind open pages; examines every page in English as `npm test` does in Indonesian.
import { withSupportedNode } from "./lib/require-node.mjs";

withSupportedNode(() => import("./nightly/every-night.mjs"));
