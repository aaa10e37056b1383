// How a page of the web server itself looks, which needs neither the application nor a script.
import { createHash } from "node:crypto";

export const STYLE = `
body{margin:0;background:#fff;color:#14202e;font:1.125rem/1.6 system-ui,"Noto Sans",Arial,sans-serif}
main{max-width:38rem;margin:0 auto;padding:3rem 1.25rem}
h1{font-size:1.75rem;line-height:1.25;margin:0 0 1rem}
h2{font-size:1.25rem;margin:0 0 .5rem}
p{margin:0 0 1rem}
section{margin-top:2.5rem;padding-top:1.5rem;border-top:1px solid #d3dae3;color:#45546a}`;

/** @param {string | undefined} url @returns {"id" | "en"} */
export const languageOf = (url = "/") => (/^\/en(?=[/?]|$)/.test(url) ? "en" : "id");

/** @param {string} language @param {string} title @param {{content: string, style?: string}} rest `content` is markup of our own making */
export function page(language, title, { content, style = STYLE }) {
  return `<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><title>${title} · Sinovik</title><style>${style}</style></head>
<body><main>
<h1>${title}</h1>${content}
</main></body>
</html>
`;
}

/** @param {string} style @param {"'none'" | "'self'"} [formAction] @returns {Record<string, string>} for a page that loads nothing */
export const headersFor = (style, formAction = "'none'") => ({
  "Content-Security-Policy": `default-src 'none'; style-src 'sha256-${createHash("sha256").update(style).digest("base64")}'; base-uri 'none'; form-action ${formAction}; frame-ancestors 'none'`,
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "strict-origin-when-cross-origin",
});

export const STYLE_HEADERS = headersFor(STYLE);

/** What a form with a script shows to people: it knows our words by how they begin (src/ui/forms/form-action.tsx). @param {string} words */
export const saidToScript = (words) => `Sinovik: ${words}`;

/**
 * Takes away what the application has said of an answer that is now another, but what the server says of every answer.
 *
 * @param {import("node:http").ServerResponse} response
 * @param {(name: string) => boolean} [isKept] which of the application's stay
 */
export function forgetHeaders(response, isKept = () => false) {
  const stays = (/** @type {string} */ name) => name === "strict-transport-security" || isKept(name);
  for (const name of response.getHeaderNames()) if (!stays(name)) response.removeHeader(name);
}
