// npm run admin -- invite <address>
// An operator's way back in: prints an invitation link for a super admin, on DATABASE_URL or on the embedded database, also while
// a portal runs on it.
import { withSupportedNode } from "./lib/require-node.mjs";

withSupportedNode(() => import("./lib/administer.mjs"));
