// A judge without JavaScript: opens the sheet, changes the marks, presses the button, follows nowhere.
import { words } from "./words.mjs";

const ENTITIES = /** @type {Record<string, string>} */ ({ "&quot;": '"', "&amp;": "&", "&lt;": "<", "&gt;": ">", "&#x27;": "'", "&#39;": "'" });
const BOUNDARY = "----sinovik-bench-form";

/**
 * @param {{cookie: string, base: string, criteria: string[], sheets: {assignmentId: string, version: number}[]}} client
 * @returns {import("./behaviours.mjs").Behaviour}
 */
export function formBehaviour({ cookie, base, criteria, sheets }) {
  /** @type {Map<string, Map<string, string>>} the fields of each form as the page gave them */
  const forms = new Map();
  const versions = new Map(sheets.map(({ assignmentId, version }) => [assignmentId, version]));
  const stored = new Map();
  let turn = 0;
  /** @type {{assignmentId: string, marks: Record<string, number>}} */
  let sent;
  return {
    async prepare(ask) {
      for (const { assignmentId } of sheets) {
        const { status, body } = await ask({ path: `/penilaian/${assignmentId}`, headers: { cookie } });
        const fields = fieldsOfForm(String(body), "marks.");
        if (status !== 200 || fields.size === 0) throw new Error(`The sheet ${assignmentId} shows no form (status ${status}).`);
        forms.set(assignmentId, fields);
      }
    },
    next() {
      turn += 1;
      const { assignmentId = "" } = sheets[turn % sheets.length] ?? {};
      const marks = Object.fromEntries(criteria.map((key, place) => [key, 50 + ((turn * 7 + place * 3) % 41)]));
      sent = { assignmentId, marks };
      const fields = new Map(forms.get(assignmentId));
      for (const [key, mark] of Object.entries(marks)) fields.set(`marks.${key}`, String(mark));
      fields.set(`remarks.${criteria[0]}`, words(60, turn)).set("remark", words(80, turn));
      fields.set("version", String(versions.get(assignmentId))).set("intent", "stay");
      const headers = { cookie, origin: base, "sec-fetch-site": "same-origin", "content-type": `multipart/form-data; boundary=${BOUNDARY}` };
      return { method: "POST", path: `/penilaian/${assignmentId}`, headers, body: multipart(fields) };
    },
    problemOf({ status, headers }) {
      const isSaved = status === 303 && String(headers.location).includes("tersimpan=1");
      if (!isSaved) return `status ${status}${headers.location ? ` to ${headers.location}` : ""}`;
      const version = (versions.get(sent.assignmentId) ?? 0) + 1;
      versions.set(sent.assignmentId, version);
      stored.set(sent.assignmentId, { ...sent, version });
      return null;
    },
    acknowledged: () => [...stored.values()],
  };
}

/** What a browser would send of the form that has a field with this beginning. @param {string} html @param {string} beginning */
function fieldsOfForm(html, beginning) {
  const form = html.split(/<form\b/).slice(1).map((rest) => rest.split("</form>")[0] ?? "").find((text) => text.includes(`name="${beginning}`)) ?? "";
  /** @type {Map<string, string>} */
  const fields = new Map();
  for (const [tag] of form.matchAll(/<input\b[^>]*>/g)) {
    const type = attribute(tag, "type");
    const isSent = !["submit", "button"].includes(type) && (!["radio", "checkbox"].includes(type) || /\schecked\b/.test(tag));
    const name = attribute(tag, "name");
    if (isSent && name) fields.set(name, attribute(tag, "value"));
  }
  for (const [, tag = "", text = ""] of form.matchAll(/(<textarea\b[^>]*>)([^<]*)/g)) fields.set(attribute(tag, "name"), plain(text));
  return fields;
}

/** @param {string} tag @param {string} name */
const attribute = (tag, name) => plain(new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? "");

/** @param {string} text */
const plain = (text) => text.replace(/&[#\w]+;/g, (entity) => ENTITIES[entity] ?? entity);

/** @param {Map<string, string>} fields */
const multipart = (fields) => `${[...fields].map(([name, value]) => `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`).join("")}--${BOUNDARY}--\r\n`;
