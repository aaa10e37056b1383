// Written so that very old versions of Node can read it: they shall meet a sentence, not a syntax error.

const NEEDED = [20, 19];

/**
 * Runs the rest of a command only on a Node that is new enough.
 *
 * @param {() => Promise<unknown>} command usually the import of the file that does the work
 */
export function withSupportedNode(command) {
  const found = process.versions.node.split(".").map(Number);
  if (found[0] > NEEDED[0] || (found[0] === NEEDED[0] && found[1] >= NEEDED[1])) return command();
  console.error("Sinovik needs Node " + NEEDED.join(".") + " or newer, and this is Node " + process.versions.node + ": install a newer one from https://nodejs.org and run the command again.");
  process.exit(1);
}
