// What people and programs read while the database cannot be reached, while too many ask at once, or when the application
// itself has failed.
import { forgetHeaders, languageOf, page, saidToScript, STYLE_HEADERS } from "./error-page.mjs";
import { sendHeld } from "./held-form.mjs";

/** @typedef {{title: string, what: string, next: string, again: string, safe: string, results: string}} Words `again` to whom the form stands on the page */
/** @typedef {FormData | null | undefined} Fields what its sender typed, which then stands in the answer */

/** @type {{id: Words, en: Words}} */
const DOWN = {
  id: {
    title: "Layanan sedang tidak tersedia",
    what: "Portal tidak dapat menjangkau basis datanya, jadi halaman ini belum dapat ditampilkan. Anggaplah perubahan terakhir Anda belum tersimpan.",
    next: "Tunggu sebentar, lalu muat ulang halaman ini.",
    again: "Tunggu sebentar, lalu kirim lagi.",
    safe: "Jika Anda baru saja mengisi formulir, tekan tombol Kembali di peramban: yang sudah Anda ketik masih ada di sana. Kirim lagi setelah layanan pulih.",
    results: "Hasil yang sudah diumumkan tetap dapat dibaca di alamatnya.",
  },
  en: {
    title: "The service is unavailable",
    what: "The portal cannot reach its database, so this page cannot be shown. Treat your last change as not saved.",
    next: "Wait a moment, then reload this page.",
    again: "Wait a moment, then send it again.",
    safe: "If you were filling in a form, press your browser's Back button: what you typed is still there. Send it again once the service has recovered.",
    results: "Results that have been published can still be read at their addresses.",
  },
};

/** @type {{id: Words, en: Words}} */
const BUSY = {
  id: {
    title: "Layanan sedang sangat ramai",
    what: "Terlalu banyak orang memakai portal pada saat yang sama, jadi permintaan Anda belum diproses. Yang baru Anda kirim belum tersimpan.",
    next: "Tunggu sekitar sepuluh detik, lalu muat ulang halaman ini.",
    again: "Tunggu sekitar sepuluh detik, lalu kirim lagi.",
    safe: "Jika Anda baru saja mengisi formulir, tekan tombol Kembali di peramban: yang sudah Anda ketik masih ada di sana. Kirim lagi sebentar kemudian.",
    results: DOWN.id.results,
  },
  en: {
    title: "The service is very busy",
    what: "Too many people are using the portal at the same moment, so your request has not been processed. What you have just sent is not saved.",
    next: "Wait about ten seconds, then reload this page.",
    again: "Wait about ten seconds, then send it again.",
    safe: "If you were filling in a form, press your browser's Back button: what you typed is still there. Send it again a little later.",
    results: DOWN.en.results,
  },
};

const FAILED = {
  id: {
    title: "Terjadi kesalahan di pihak kami",
    what: "Halaman ini tidak dapat ditampilkan. Yang sudah tersimpan tidak hilang.",
    next: "Coba lagi. Jika tetap gagal, sebutkan kode ini kepada penyelenggara:",
  },
  en: {
    title: "Something went wrong on our side",
    what: "This page cannot be shown. Nothing that was saved is lost.",
    next: "Try again. If it keeps failing, give the organiser this code:",
  },
};

const FOREIGN = {
  id: {
    title: "Permintaan ini tidak diproses",
    what: "Permintaan ini tidak dikirim dari halaman portal ini, jadi tidak ada yang berubah.",
    next: "Buka portal ini di alamatnya sendiri, lalu kirim lagi dari sana.",
  },
  en: {
    title: "This request was not processed",
    what: "This request was not sent from a page of this portal, so nothing has changed.",
    next: "Open the portal at its own address and send it again from there.",
  },
};

/** Each for a program, and for people in both languages; after so many seconds it is worth asking again. */
const UNAVAILABLE = { error: "unavailable", retryAfter: "15", words: DOWN, pages: pagesOf(DOWN) };
const TOO_BUSY = { error: "busy", retryAfter: "10", words: BUSY, pages: pagesOf(BUSY) };

/**
 * Answers 503 in the shape that the caller understands: the database cannot be reached.
 *
 * @param {import("node:http").IncomingMessage} request
 * @param {import("node:http").ServerResponse} response
 * @param {Fields} [fields]
 */
export const sendUnavailable = (request, response, fields) => send503(UNAVAILABLE, { request, response }, fields);

/**
 * The same, because too many ask at once: the application has not seen this request, so nothing of it was done.
 *
 * @param {import("node:http").IncomingMessage} request
 * @param {import("node:http").ServerResponse} response
 * @param {Fields} [fields]
 */
export const sendBusy = (request, response, fields) => send503(TOO_BUSY, { request, response }, fields);

/**
 * Answers a page that broke with one that needs no script; its code leads to the line in the log.
 *
 * @param {import("node:http").IncomingMessage} request
 * @param {import("node:http").ServerResponse} response
 * @param {string} reference
 */
export function sendFailed(request, response, reference) {
  forgetHeaders(response);
  const language = languageOf(request.url);
  const other = language === "id" ? "en" : "id";
  const body = page(language, FAILED[language].title, { content: `
<p>${FAILED[language].what}</p>
<p>${FAILED[language].next} <strong>${reference}</strong></p>
<section lang="${other}"><h2>${FAILED[other].title}</h2><p>${FAILED[other].what} ${FAILED[other].next} <strong>${reference}</strong></p></section>` });
  response.writeHead(500, { ...STYLE_HEADERS, "Content-Type": "text/html; charset=utf-8", "Content-Length": Buffer.byteLength(body), "Cache-Control": "no-store" });
  response.end(request.method === "HEAD" ? undefined : body);
}

/**
 * Refuses what another site's page asks for.
 *
 * @param {import("node:http").IncomingMessage} request
 * @param {import("node:http").ServerResponse} response
 */
export function sendForeign(request, response) {
  const language = languageOf(request.url);
  const { title, what, next } = FOREIGN[language];
  const isScript = request.headers["next-action"] !== undefined;
  const body = isScript ? saidToScript(`${what} ${next}`) : page(language, title, { content: `\n<p>${what}</p>\n<p>${next}</p>` });
  response.writeHead(403, { ...STYLE_HEADERS, "Content-Type": isScript ? "text/plain" : "text/html; charset=utf-8", "Content-Length": Buffer.byteLength(body), "Cache-Control": "no-store" });
  response.end(body);
}

/**
 * @param {typeof UNAVAILABLE} reason
 * @param {{request: import("node:http").IncomingMessage, response: import("node:http").ServerResponse}} exchange
 * @param {Fields} fields
 */
function send503(reason, { request, response }, fields) {
  if (fields) {
    const { title, what, again } = reason.words[languageOf(request.url)];
    const refusal = { title, because: [`${what} ${again}`], key: reason.error };
    sendHeld({ request, response }, { status: 503, refusal, fields, headers: { "Retry-After": reason.retryAfter } });
    return;
  }
  forgetHeaders(response);
  const { type, body } = answerFor(reason, request);
  response.writeHead(503, { ...STYLE_HEADERS, "Content-Type": type, "Content-Length": Buffer.byteLength(body), "Retry-After": reason.retryAfter, "Cache-Control": "no-store" });
  response.end(request.method === "HEAD" ? undefined : body);
}

/** @param {typeof UNAVAILABLE} reason @param {import("node:http").IncomingMessage} request */
function answerFor({ error, words, pages }, { url = "/", headers }) {
  const language = languageOf(url);
  const wantsJson = /^(\/en)?\/api\//.test(url) || String(headers.accept ?? "").startsWith("application/json");
  if (wantsJson) return { type: "application/json; charset=utf-8", body: JSON.stringify({ error }) };
  // The client of a server action shows plain text; of a whole page it can make nothing.
  if (headers["next-action"]) return { type: "text/plain", body: saidToScript(`${words[language].what} ${words[language].again}`) };
  return { type: "text/html; charset=utf-8", body: pages[language] };
}

/** @param {{id: Words, en: Words}} words */
function pagesOf({ id, en }) {
  return { id: unavailablePage({ id, en }, "id"), en: unavailablePage({ id, en }, "en") };
}

/** @param {{id: Words, en: Words}} words @param {"id" | "en"} language */
function unavailablePage(words, language) {
  const other = language === "id" ? "en" : "id";
  const [first, second] = [words[language], words[other]];
  return page(language, first.title, { content: `
<p>${first.what}</p>
<p>${first.next}</p>
<p>${first.safe}</p>
<p>${first.results}</p>
<section lang="${other}"><h2>${second.title}</h2><p>${second.what} ${second.next} ${second.safe}</p></section>` });
}
