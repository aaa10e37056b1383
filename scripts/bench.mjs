// npm run bench -- [--only W3,W5] [--seconds 5] [--json file] [--profile folder] [--check]
// Measures the built portal on the national data set, in a PostgreSQL of its own with full durability.
import { withSupportedNode } from "./lib/require-node.mjs";

withSupportedNode(() => import("./bench/measure-portal.mjs"));
