// Which answer a person gets to a form: the application's where it shows the form or the page after it, otherwise one that
// says why not and holds what was typed.
import { refusalOf, sendHeld, showsForm, unpacked } from "./held-form.mjs";
import { isRefused, takeOutcome } from "./refused-forms.mjs";
import { sendUnknownForm } from "./refused-request.mjs";
import { renewed } from "./renewed-form.mjs";

const OTHER_PERSON = "common.errors.otherPerson";
/** Next says with it that no action of this build has the name that the form gives. */
const UNKNOWN_ACTION = "x-nextjs-action-not-found";

/**
 * @typedef {import("node:http").IncomingMessage} Request
 * @typedef {import("node:http").ServerResponse} Response
 * @typedef {{request: Request, response: Response, id: string, form: import("./form-body.mjs").FormBody | null}} Exchange
 */

/** Whether an answer that begins with this status must be seen whole first. @param {Exchange} exchange @returns {(status: number) => boolean} */
export function isDoubtful({ request, id, form }) {
  const isForm = form !== null || Boolean(request.headers["next-action"]);
  return (status) => {
    if (status === 404 || status >= 500) return true;
    if (isForm && (status === 400 || status === 409)) return true;
    return form?.isPlain === true && (status === 307 || isRefused(id));
  };
}

/**
 * Sends another answer than the application's, or says that it has not.
 *
 * @param {import("node:http").Server} server @param {Exchange} exchange @param {Buffer} body what the application would send
 * @returns {Promise<boolean>}
 */
export async function answerForm(server, exchange, body) {
  const { request, response, id, form } = exchange;
  const told = takeOutcome(id);
  if (response.hasHeader(UNKNOWN_ACTION)) {
    const isHeld = await hold(exchange, { status: 409, refusal: refusalOf("updated", request.url), renew: (fields) => renewed(server, request, fields) });
    return isHeld || sendUnknownForm(request, response);
  }
  if (!form?.isPlain) return false;
  if (told?.outcome === "refused") return !isShown(exchange, told.key, body) && hold(exchange, { status: 403, refusal: told });
  if (response.statusCode === 307) response.statusCode = 303; // the form has been taken: it is not carried on to the next page
  return response.statusCode === 404 && told === undefined && hold(exchange, { status: 404, refusal: refusalOf("gone", request.url) });
}

/** Whether the answer shows the form with its problems. Somebody else's page is no place for it: there the words would become theirs. @param {Exchange} exchange @param {string} key @param {Buffer} body */
const isShown = ({ response, id }, key, body) => key !== OTHER_PERSON && showsForm(unpacked(response, body).toString(), id);

/** A plain form whose answer broke: it may have been taken or not. @param {Exchange} exchange @returns {Promise<boolean>} */
export const holdFailed = (exchange) => hold(exchange, { status: 500, refusal: refusalOf("failed", exchange.request.url, exchange.id) });

/**
 * @typedef {(fields: FormData) => Promise<Iterable<import("./renewed-form.mjs").Field>>} Renew
 *
 * @param {Exchange} exchange
 * @param {{status: number, refusal: import("./held-form.mjs").Refusal, renew?: Renew}} held `renew` gives what is sent the next time
 */
async function hold({ request, response, form }, { status, refusal, renew = async (fields) => fields }) {
  const fields = await form?.fields();
  if (!fields || ![...fields.keys()].some((name) => name.startsWith("$ACTION"))) return false;
  sendHeld({ request, response }, { status, refusal, fields: await renew(fields) });
  return true;
}
