// npm start: from a bare clone to a running portal. PORT, BIND, DATABASE_URL and the rest of .env.example are honoured.
import { withSupportedNode } from "./lib/require-node.mjs";

withSupportedNode(() => import("./lib/start-portal.mjs"));
