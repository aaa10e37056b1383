// Requests that no page of ours makes, or that are larger than any of them, refused in both languages.
import { forgetHeaders, languageOf, page, saidToScript, STYLE_HEADERS } from "./error-page.mjs";

/** @typedef {{title: string, what: string}} Words */

/** @type {{id: Words, en: Words}} */
const TOO_LARGE = {
  id: { title: "Kiriman ini terlalu besar", what: "Satu formulir paling banyak berisi 2.000 isian dan 1 MB, jadi yang baru Anda kirim belum disimpan. Tekan tombol Kembali di peramban, perpendek isiannya, lalu kirim lagi." },
  en: { title: "This is too large to send", what: "One form may hold 2,000 fields and 1 MB at most, so nothing of what you sent has been saved. Press your browser's Back button, shorten it, and send it again." },
};

/** @type {{id: Words, en: Words}} */
const UNKNOWN_FORM = {
  id: { title: "Formulir ini tidak dikenal", what: "Portal tidak mengenali formulir yang dikirim. Muat ulang halamannya, lalu kirim lagi." },
  en: { title: "This form is not known", what: "The portal does not know the form that was sent. Reload its page, and send it again." },
};

/** @param {import("node:http").IncomingMessage} request @param {import("node:http").ServerResponse} response */
export const sendTooLarge = (request, response) => send({ status: 413, words: TOO_LARGE }, request, response);

/** Keeps what tells Next's client that it is out of date. @param {import("node:http").IncomingMessage} request @param {import("node:http").ServerResponse} response */
export function sendUnknownForm(request, response) {
  send({ status: response.statusCode, words: UNKNOWN_FORM }, request, response);
  return true;
}

/** @param {{status: number, words: {id: Words, en: Words}}} said @param {import("node:http").IncomingMessage} request @param {import("node:http").ServerResponse} response */
function send({ status, words }, request, response) {
  forgetHeaders(response, (name) => name.startsWith("x-"));
  const language = languageOf(request.url);
  const other = language === "id" ? "en" : "id";
  const [first, second] = [words[language], words[other]];
  const isScripted = Boolean(request.headers["next-action"]);
  const body = isScripted
    ? saidToScript(`${first.what} ${second.what}`)
    : page(language, first.title, { content: `\n<p>${first.what}</p>\n<section lang="${other}"><h2>${second.title}</h2><p>${second.what}</p></section>` });
  // The client of a server action shows what says to be plain text and nothing more.
  const type = isScripted ? "text/plain" : "text/html; charset=utf-8";
  response.writeHead(status, { ...STYLE_HEADERS, "Content-Type": type, "Content-Length": Buffer.byteLength(body), "Cache-Control": "no-store" });
  response.end(body);
}
