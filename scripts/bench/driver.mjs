// The load, in a process of its own so that its work is not counted as the portal's. Gets one run as a message, answers with
// its figures, and ends.
import { BEHAVIOURS } from "./behaviours.mjs";
import { connection } from "./http.mjs";
import { Tally } from "./tally.mjs";

/**
 * @typedef {object} Run
 * @property {string} base
 * @property {string} behaviour a name in BEHAVIOURS
 * @property {object[]} clients what each one needs; they all work at once
 * @property {number} seconds that count
 * @property {boolean} warmsUp whether they begin after a warm-up
 *
 * @typedef {object} Figures
 * @property {ReturnType<import("./latencies.mjs").Latencies["summary"]>} latencies of right answers
 * @property {number} perSecond
 * @property {number} bytes of an answer, on average
 * @property {number} errors
 * @property {string[]} firstErrors
 * @property {unknown[]} acknowledged
 */

process.once("message", async (/** @type {Run} */ run) => {
  try {
    await tell({ figures: await load(run) });
  } catch (error) {
    await tell({ failed: error instanceof Error ? error.message : String(error) });
  }
  process.exit();
});

/** Waits until it is sent: a process that ends takes with it what still waits. @param {object} message */
const tell = (message) => new Promise((resolve) => process.send?.(message, resolve));

/** @param {Run} run @returns {Promise<Figures>} */
async function load({ base, behaviour, clients, seconds, warmsUp }) {
  const make = BEHAVIOURS[behaviour];
  if (!make) throw new Error(`There is no behaviour ${behaviour}.`);
  const people = clients.map((client) => ({ ask: connection(base), does: make(/** @type {never} */ ({ base, ...client })) }));
  for (const { ask, does } of people) await does.prepare?.(ask);

  const tally = new Tally({ length: seconds * 1000, warmsUp, onBegin: () => void tell({ measuring: true }) });
  await Promise.all(people.map((person) => work(person, tally)));
  return { ...tally.figures(), acknowledged: people.flatMap(({ does }) => does.acknowledged?.() ?? []) };
}

/**
 * One request after the other, without a pause, until the time is over.
 *
 * @param {{ask: ReturnType<typeof connection>, does: import("./behaviours.mjs").Behaviour}} person
 * @param {Tally} tally
 */
async function work({ ask, does }, tally) {
  for (let began = performance.now(); tally.goesOn(began); began = performance.now()) {
    const request = does.next();
    const answer = await ask(request).catch((/** @type {Error} */ error) => error);
    const ended = performance.now();
    const problem = answer instanceof Error ? answer.message : does.problemOf(answer);
    if (problem !== null) tally.addError(`${request.method ?? "GET"} ${request.path}: ${problem}`);
    else if (!(answer instanceof Error)) tally.add({ began, ended, bytes: answer.body.length });
  }
}
