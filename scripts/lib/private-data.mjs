// What lies in the data folder is for whoever runs the portal. An older version made some of it readable to every account of the
// machine, and the rights of what exists stay as they are when it is written again.
import { chmodSync, existsSync } from "node:fs";
import { join } from "node:path";

/** The folder itself stays open to pass: where no namespaces are allowed, the database's own account has to get through. */
const PRIVATE = { "people.json": 0o600, secret: 0o600, published: 0o700, anchors: 0o700 };

/** Before anything is written there. @param {string} dataFolder */
export function keepPrivate(dataFolder) {
  for (const [name, mode] of Object.entries(PRIVATE)) {
    const path = join(dataFolder, name);
    try {
      if (existsSync(path)) chmodSync(path, mode);
    } catch {
      // Somebody else's: they say who reads it, and it is no reason not to start.
    }
  }
}
