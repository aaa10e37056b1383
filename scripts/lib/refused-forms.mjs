// What the application's doors tell the web server about the forms that it has just given them: both run in one process, and
// a page cannot say it in a header of its answer. src/lib/form-outcome.ts writes here, under the id of the request.

/** @typedef {{outcome: "done"} | {outcome: "refused", title: string, because: string[], key: string}} Told */

const PLACE = Symbol.for("sinovik.forms");

/** @returns {Map<string, Told>} */
function told() {
  const place = /** @type {{[PLACE]?: Map<string, Told>}} */ (globalThis);
  return (place[PLACE] ??= new Map());
}

/** From here on doors are listened to; where no web server of ours runs, they tell nothing. */
export const listenToDoors = () => void told();

/** @param {string} id @returns {boolean} */
export const isRefused = (id) => told().get(id)?.outcome === "refused";

/** What was told, which is forgotten here. @param {string} id @returns {Told | undefined} */
export function takeOutcome(id) {
  const outcome = told().get(id);
  told().delete(id);
  return outcome;
}
