import { headers } from "next/headers";

/**
 * What a door tells our own web server about a form that was sent without a script, under the id of its request: the page
 * that comes as the answer may not show the form any more, and then the web server answers with the reason and with all that
 * was typed (scripts/lib/form-answer.mjs). Both run in one process; where no such server runs, nobody is told.
 */
type Told = { outcome: "done" } | { outcome: "refused"; title: string; because: string[]; key: string };

const PLACE = Symbol.for("sinovik.forms");

/** Out: the id by which the page that answers says that it shows the form; undefined where nobody listens. */
export async function tellOutcome(told: Told): Promise<string | undefined> {
  const listener = (globalThis as { [PLACE]?: Map<string, Told> })[PLACE];
  if (!listener) return undefined;
  const given = await headers();
  const id = given.get("x-request-id");
  if (id === null || given.has("next-action")) return undefined;
  listener.set(id, told);
  return id;
}
