// Failures a person can do something about, told in one sentence.

/** An expected failure: its message is all the person needs. */
export class Refusal extends Error {}

const NO_SPACE = /ENOSPC|no space left on device/i;

/**
 * What to print for an error: a sentence where we know one, otherwise the message with the end of what the program said.
 *
 * @param {unknown} error
 * @returns {string}
 */
export function explain(error) {
  if (error instanceof Refusal) return error.message;
  const message = error instanceof Error ? error.message : String(error);
  const output = outputOf(error);
  if (NO_SPACE.test(`${message} ${output}`)) return "The disk is full: free about 2 GB and run the command again; nothing stored was lost.";
  return [output.trimEnd().split("\n").slice(-40).join("\n"), message].filter(Boolean).join("\n");
}

/** @param {unknown} error */
function outputOf(error) {
  return error instanceof Error && "output" in error ? String(error.output) : "";
}
