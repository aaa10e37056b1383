// What people and programs read while the database cannot be reached, or when the application itself has failed.
import { createHash } from "node:crypto";

const RETRY_AFTER_SECONDS = "15";

const WORDS = {
  id: {
    title: "Layanan sedang tidak tersedia",
    what: "Portal tidak dapat menjangkau basis datanya, jadi halaman ini belum dapat ditampilkan. Anggaplah perubahan terakhir Anda belum tersimpan.",
    next: "Tunggu sebentar, lalu muat ulang halaman ini.",
    safe: "Jika Anda baru saja mengisi formulir, tekan tombol Kembali di peramban: yang sudah Anda ketik masih ada di sana. Kirim lagi setelah layanan pulih.",
    results: "Hasil yang sudah diumumkan tetap dapat dibaca di alamatnya.",
  },
  en: {
    title: "The service is unavailable",
    what: "The portal cannot reach its database, so this page cannot be shown. Treat your last change as not saved.",
    next: "Wait a moment, then reload this page.",
    safe: "If you were filling in a form, press your browser's Back button: what you typed is still there. Send it again once the service has recovered.",
    results: "Results that have been published can still be read at their addresses.",
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

const STYLE = `
body{margin:0;background:#fff;color:#14202e;font:1.125rem/1.6 system-ui,"Noto Sans",Arial,sans-serif}
main{max-width:38rem;margin:0 auto;padding:3rem 1.25rem}
h1{font-size:1.75rem;line-height:1.25;margin:0 0 1rem}
h2{font-size:1.25rem;margin:0 0 .5rem}
p{margin:0 0 1rem}
section{margin-top:2.5rem;padding-top:1.5rem;border-top:1px solid #d3dae3;color:#45546a}`;

const SECURITY_HEADERS = {
  "Content-Security-Policy": `default-src 'none'; style-src 'sha256-${createHash("sha256").update(STYLE).digest("base64")}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "strict-origin-when-cross-origin",
};

const PAGES = { id: unavailablePage("id", "en"), en: unavailablePage("en", "id") };

/**
 * Answers 503 in the shape that the caller understands.
 *
 * @param {import("node:http").IncomingMessage} request
 * @param {import("node:http").ServerResponse} response
 */
export function sendUnavailable(request, response) {
  for (const name of response.getHeaderNames()) response.removeHeader(name);
  const { type, body } = answerFor(request);
  response.writeHead(503, { ...SECURITY_HEADERS, "Content-Type": type, "Content-Length": Buffer.byteLength(body), "Retry-After": RETRY_AFTER_SECONDS, "Cache-Control": "no-store" });
  response.end(request.method === "HEAD" ? undefined : body);
}

/**
 * Answers a page that broke with one that needs no script; its code leads to the line in the log.
 *
 * @param {import("node:http").IncomingMessage} request
 * @param {import("node:http").ServerResponse} response
 * @param {string} reference
 */
export function sendFailed(request, response, reference) {
  for (const name of response.getHeaderNames()) response.removeHeader(name);
  const language = languageOf(request.url);
  const other = language === "id" ? "en" : "id";
  const body = page(language, FAILED[language].title, `
<p>${FAILED[language].what}</p>
<p>${FAILED[language].next} <strong>${reference}</strong></p>
<section lang="${other}"><h2>${FAILED[other].title}</h2><p>${FAILED[other].what} ${FAILED[other].next} <strong>${reference}</strong></p></section>`);
  response.writeHead(500, { ...SECURITY_HEADERS, "Content-Type": "text/html; charset=utf-8", "Content-Length": Buffer.byteLength(body), "Cache-Control": "no-store" });
  response.end(request.method === "HEAD" ? undefined : body);
}

/** @param {string | undefined} url @returns {"id" | "en"} */
export const languageOf = (url = "/") => (/^\/en(?=[/?]|$)/.test(url) ? "en" : "id");

/** @param {import("node:http").IncomingMessage} request */
function answerFor({ url = "/", headers }) {
  const language = languageOf(url);
  const wantsJson = /^(\/en)?\/api\//.test(url) || String(headers.accept ?? "").startsWith("application/json");
  if (wantsJson) return { type: "application/json; charset=utf-8", body: JSON.stringify({ error: "unavailable" }) };
  // The client of a server action shows plain text; of a whole page it can make nothing.
  if (headers["next-action"]) return { type: "text/plain; charset=utf-8", body: `${WORDS[language].what} ${WORDS[language].next}` };
  return { type: "text/html; charset=utf-8", body: PAGES[language] };
}

/** @param {"id" | "en"} language @param {"id" | "en"} other */
function unavailablePage(language, other) {
  const [first, second] = [WORDS[language], WORDS[other]];
  return page(language, first.title, `
<p>${first.what}</p>
<p>${first.next}</p>
<p>${first.safe}</p>
<p>${first.results}</p>
<section lang="${other}"><h2>${second.title}</h2><p>${second.what} ${second.next} ${second.safe}</p></section>`);
}

/** @param {string} language @param {string} title @param {string} content markup of our own making */
function page(language, title, content) {
  return `<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><title>${title} · Sinovik</title><style>${STYLE}</style></head>
<body><main>
<h1>${title}</h1>${content}
</main></body>
</html>
`;
}
