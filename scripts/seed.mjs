// npm run seed -- [what prisma/seed.ts understands, for example --scale national]
// Loads data into DATABASE_URL, or into the embedded database, also while a portal runs on it.
import { withSupportedNode } from "./lib/require-node.mjs";

withSupportedNode(() => import("./lib/seed-database.mjs"));
