// The same form on the page of this build: after an update its action may have another name, and what was typed in a page from
// before is sent under that.
import { askOurselves } from "./own-request.mjs";

/** @typedef {[string, FormDataEntryValue]} Field */

/**
 * Asks for the page that the form stands on, as its sender sees it now.
 *
 * @param {import("node:http").Server} server
 * @param {import("node:http").IncomingMessage} request
 * @param {Iterable<Field>} sent
 * @returns {Promise<Field[]>} what was sent, under the present name where the form was found, else as it is
 */
export async function renewed(server, { url = "/", headers }, sent) {
  const fields = [...sent];
  try {
    const { cookie = "", host = "" } = headers;
    const answer = await askOurselves(server, url, { host, cookie, accept: "text/html" });
    return answer.status === 200 ? withActionOf(answer.body.toString(), fields) : fields;
  } catch {
    return fields;
  }
}

/** In: a page of ours and what was sent. Out: the same with the action of that form of the page which has the same fields. @param {string} markup @param {Field[]} sent @returns {Field[]} */
export function withActionOf(markup, sent) {
  const typed = sent.filter(([name]) => !isAction(name));
  const found = [...markup.matchAll(/<form\b[^>]*>([\s\S]*?)<\/form>/g)].map(([, inside = ""]) => fieldsIn(inside));
  const alike = found
    .filter((fields) => fields.some(([name]) => isAction(name)))
    .map((fields) => ({ fields, likeness: likeness(fields, typed) }))
    .sort((a, b) => b.likeness - a.likeness);
  const [best, next] = alike;
  if (!best || best.likeness === 0 || best.likeness === next?.likeness) return sent;
  return [...best.fields.filter(([name]) => isAction(name)), ...typed];
}

const isAction = (/** @type {string} */ name) => name.startsWith("$ACTION");

/** How many of the names of either are names of both, and of those with the same value; 0 where something typed has no place. @param {[string, string][]} fields @param {Field[]} typed */
function likeness(fields, typed) {
  const there = new Map(fields.filter(([name]) => !isAction(name)));
  const names = new Set(typed.map(([name]) => name));
  if (typed.some(([name]) => /^\$(line|area):/.test(name) && !there.has(name))) return 0;
  const common = [...names].filter((name) => there.has(name));
  const same = typed.filter(([name, value]) => there.get(name) === value).length;
  return common.length / new Set([...names, ...there.keys()]).size + same / (typed.length + 1) / 1000;
}

/** @param {string} inside @returns {[string, string][]} */
function fieldsIn(inside) {
  return [...inside.matchAll(/<(?:input|textarea|select|button)\b[^>]*>/g)].flatMap(([tag]) => {
    const name = attribute(tag, "name");
    return name === undefined ? [] : [/** @type {[string, string]} */ ([name, attribute(tag, "value") ?? ""])];
  });
}

/** @param {string} tag @param {string} name */
const attribute = (tag, name) => new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1]?.replaceAll(/&(quot|lt|gt|amp|#x27|#39);/g, (entity, called) => SIGNS[called] ?? entity);

const SIGNS = /** @type {Record<string, string>} */ ({ quot: '"', lt: "<", gt: ">", amp: "&", "#x27": "'", "#39": "'" });
