import { lifecycle } from "./process.mjs";
import { explain } from "./refusal.mjs";

/** @typedef {ReturnType<typeof lifecycle>} Life */

/**
 * Runs a command's work: a failure becomes its sentence and exit code 1, and nothing it started survives it.
 *
 * @param {(life: Life) => Promise<number>} work gives the exit code
 * @param {Parameters<typeof lifecycle>[0]} [options]
 */
export async function command(work, options) {
  const life = lifecycle(options);
  try {
    await life.stop(await work(life));
  } catch (error) {
    if (!life.stopping()) console.error(explain(error));
    await life.stop(1);
  }
}
