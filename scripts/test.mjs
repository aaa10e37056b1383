// npm test [-- --only=unit,architecture,integration,e2e,lint,types,nightly,bench] [-- <filter>]
// Everything that can be checked, as named steps; the last line counts what passed and what failed.
import { withSupportedNode } from "./lib/require-node.mjs";

withSupportedNode(() => import("./lib/test-everything.mjs"));
