// The answer to a form whose page its sender may not see any more, or that nobody took: a page with the reason and with all
// that was typed, which sends the same form to the same place once more. It holds the words itself; nothing keeps them here.
import { brotliDecompressSync, gunzipSync, inflateSync } from "node:zlib";
import { forgetHeaders, headersFor, languageOf, page, STYLE } from "./error-page.mjs";

/**
 * @typedef {import("node:http").IncomingMessage} Request
 * @typedef {import("node:http").ServerResponse} Response
 * @typedef {{title: string, because: string[], key: string}} Refusal `key` is of the catalogue, or one of `WHY`
 */

const WORDS = {
  id: {
    kept: "Yang Anda isi ada di bawah ini. Biarkan halaman ini terbuka: isiannya hanya ada di sini.",
    signIn: "Masuk (terbuka di tab baru)",
    look: "Buka halaman formulir ini (terbuka di tab baru)",
    thenSend: "Setelah masuk, kembali ke tab ini dan tekan Kirim lagi.",
    send: "Kirim lagi",
    typeAgain: "Ketik lagi, karena kata sandi tidak kami tampilkan.",
  },
  en: {
    kept: "What you filled in stands below. Leave this page open: your words are only here.",
    signIn: "Sign in (opens in a new tab)",
    look: "Open the page of this form (opens in a new tab)",
    thenSend: "When you have signed in, come back to this tab and press Send again.",
    send: "Send again",
    typeAgain: "Type it again, because we do not show passwords.",
  },
};

/** What the web server itself has to say about a form that it could not have taken. */
export const WHY = {
  updated: {
    id: ["Portal baru diperbarui", "Formulir ini berasal dari sebelum pembaruan, jadi belum tersimpan. Tekan Kirim lagi. Jika tetap gagal, buka halaman formulir ini, lalu salin isian Anda ke sana."],
    en: ["The portal has just been updated", "This form is from before the update, so nothing has been saved yet. Press Send again. If that fails, open the page of this form and copy your words into it."],
  },
  failed: {
    id: ["Terjadi kesalahan di pihak kami", "Isian ini mungkin belum tersimpan. Tunggu sebentar, lalu tekan Kirim lagi. Jika tetap gagal, sebutkan kode ini kepada penyelenggara:"],
    en: ["Something went wrong on our side", "What you sent may not have been saved. Wait a moment, then press Send again. If it keeps failing, give the organiser this code:"],
  },
  gone: {
    id: ["Halaman formulir ini tidak ada lagi", "Isian ini belum tersimpan. Salin yang masih Anda perlukan."],
    en: ["The page of this form is gone", "What you sent has not been saved. Copy what you still need."],
  },
};

const HELD_STYLE = `${STYLE}
label{display:block;font-weight:600;margin:1.5rem 0 .375rem}
input,textarea{box-sizing:border-box;width:100%;font:inherit;color:inherit;padding:.5rem .75rem;border:1px solid #66758a;border-radius:4px;background:#fff}
textarea{min-height:9rem;resize:vertical}
small{display:block;font-size:1rem;color:#45546a;margin:0 0 .375rem}
button{font:inherit;font-weight:600;min-height:3rem;padding:.5rem 1.5rem;margin:1.5rem 0;border:0;border-radius:4px;background:#0b4f79;color:#fff;cursor:pointer}
a{color:#0b4f79}
.why{border:2px solid #a3262a;border-inline-start-width:8px;border-radius:4px;padding:1rem 1.25rem;margin:0 0 1.5rem}
.why ul{margin:0;padding-inline-start:1.25rem}
.why :last-child{margin-bottom:0}`;

const HEADERS = { ...headersFor(HELD_STYLE, "'self'"), "Content-Type": "text/html; charset=utf-8", "Cache-Control": "no-store" };

/** Why a form of the application was refused, in words for whoever sent it. @param {keyof typeof WHY} why @param {string | undefined} url @param {string} [code] @returns {Refusal} */
export function refusalOf(why, url, code) {
  const [title = "", because = ""] = WHY[why][languageOf(url)];
  return { title, because: [code ? `${because} ${code}` : because], key: why };
}

/**
 * Answers a plain form with a page that holds it. What was a secret is asked for again.
 *
 * @param {{request: Request, response: Response}} exchange
 * @param {{status: number, refusal: Refusal, fields: Iterable<[string, FormDataEntryValue]>, headers?: Record<string, string>}} held
 */
export function sendHeld({ request, response }, { status, refusal, fields, headers = {} }) {
  forgetHeaders(response, (name) => name === "x-request-id" || name === "set-cookie");
  const body = heldPage({ url: request.url ?? "/", refusal, fields: [...fields] });
  response.writeHead(status, { ...HEADERS, ...headers, "Content-Length": Buffer.byteLength(body) });
  response.end(body);
}

/** @param {{url: string, refusal: Refusal, fields: [string, FormDataEntryValue][]}} held @returns {string} */
export function heldPage({ url, refusal, fields }) {
  const language = languageOf(url);
  const words = WORDS[language];
  const boxes = new Map(fields.flatMap(([name, label]) => boxOf(name, String(label))));
  const asksToSignIn = SIGN_IN_HELPS.has(refusal.key);
  const because = refusal.because.map(escaped);
  const content = `
<div class="why">${because.length === 1 ? `<p>${because[0]}</p>` : `<ul>${because.map((text) => `<li>${text}</li>`).join("")}</ul>`}</div>
${asksToSignIn ? `<p><a href="${escaped(signInFor(url))}" target="_blank">${words.signIn}</a></p>\n<p>${words.thenSend}</p>` : ""}
<p>${words.kept}</p>
<form method="post" action="${escaped(url)}" enctype="multipart/form-data">
${fields.map(([name, value], index) => fieldOf({ name, value, box: boxes.get(name), id: `box-${index}`, words })).join("\n")}
<button type="submit">${words.send}</button>
</form>
${asksToSignIn ? "" : `<p><a href="${escaped(url)}" target="_blank">${words.look}</a></p>`}`;
  return page(language, escaped(refusal.title), { content, style: HELD_STYLE });
}

const SIGN_IN_HELPS = new Set(["common.errors.signedOut", "common.errors.otherPerson"]);

/** @param {string} url */
function signInFor(url) {
  const isEnglish = languageOf(url) === "en";
  return `${isEnglish ? "/en" : ""}/masuk?kembali=${encodeURIComponent(isEnglish ? url.slice(3) || "/" : url)}`;
}

/** A form says of each box one types into what kind it is and what stands above it (src/ui/forms/box-label.tsx). @param {string} name @param {string} label @returns {[string, {kind: string, label: string}][]} */
function boxOf(name, label) {
  const [, kind, box] = /^\$(line|area|secret):(.+)$/s.exec(name) ?? [];
  return kind && box ? [[box, { kind, label }]] : [];
}

/** @param {{name: string, value: FormDataEntryValue, box: {kind: string, label: string} | undefined, id: string, words: typeof WORDS.id}} field */
function fieldOf({ name, value, box, id, words }) {
  if (typeof value !== "string") return "";
  const [called, text] = [escaped(name), escaped(value)];
  if (!box) return `<input type="hidden" name="${called}" value="${text}">`;
  const label = `<label for="${id}">${escaped(box.label)}</label>`;
  if (box.kind === "secret") return `${label}<small>${words.typeAgain}</small><input type="password" id="${id}" name="${called}">`;
  if (box.kind === "line") return `${label}<input type="text" id="${id}" name="${called}" value="${text}" dir="auto">`;
  // A browser leaves out the first line break of a box.
  return `${label}<textarea id="${id}" name="${called}" dir="auto" rows="${rowsFor(value)}">\n${text}</textarea>`;
}

const rowsFor = (/** @type {string} */ text) => Math.min(30, Math.max(4, text.split("\n").length + Math.ceil(text.length / 70)));

const ENTITIES = /** @type {Record<string, string>} */ ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" });
/** @param {string} text */
const escaped = (text) => text.replaceAll(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);

/** Whether the page that answers a form shows that form, with its problems beside the fields. @param {string} markup @param {string} id */
export const showsForm = (markup, id) => markup.includes(`data-answers="${id}"`);

/** What an answer says, however it was packed for its reader. @param {Response} response @param {Buffer} body @returns {Buffer} */
export function unpacked(response, body) {
  try {
    switch (response.getHeader("content-encoding")) {
      case "gzip": return gunzipSync(body);
      case "br": return brotliDecompressSync(body);
      case "deflate": return inflateSync(body);
      default: return body;
    }
  } catch {
    return body;
  }
}
