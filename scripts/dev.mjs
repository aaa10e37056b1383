// npm run dev: as npm start, but with Next's development server instead of a build.
import { withSupportedNode } from "./lib/require-node.mjs";

withSupportedNode(() => import("./lib/start-development.mjs"));
