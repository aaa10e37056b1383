// Written so that very old versions of Node can read it: they shall meet a sentence, not a syntax error.

const MAJOR = 20;
const MINOR = 19;

/**
 * Runs the rest of a command only on a Node that is new enough.
 *
 * @param {() => Promise<unknown>} command usually the import of the file that does the work
 */
export function withSupportedNode(command) {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major > MAJOR || (major === MAJOR && minor >= MINOR)) return command();
  console.error("Sinovik needs Node " + MAJOR + "." + MINOR + " or newer, and this is Node " + process.versions.node + ": install a newer one from https://nodejs.org and run the command again.");
  process.exit(1);
}
