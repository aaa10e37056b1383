// npm run test:nightly [-- --web=20 --database=5]
// Kills the web process and the database again and again while people write, judge and file, and counts what was lost.
import { withSupportedNode } from "./lib/require-node.mjs";

withSupportedNode(() => import("./nightly/fault-run.mjs"));
