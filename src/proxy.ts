import { NextResponse, type NextRequest } from "next/server";

/**
 * Comfort only, never a gate: tells the pages which language and address were asked for (`next.config.ts` then strips
 * `/en`), and sets the content security policy with this response's nonce.
 */
export function proxy(request: NextRequest) {
  const { pathname, search } = request.nextUrl;
  const isEnglish = pathname === "/en" || pathname.startsWith("/en/");
  const path = isEnglish ? pathname.slice(3) || "/" : pathname;

  const nonce = btoa(crypto.randomUUID());
  const policy = contentSecurityPolicy(nonce);
  const headers = new Headers(request.headers);
  headers.set("x-sinovik-locale", isEnglish ? "en" : "id");
  // Our own web server asks for the "not found" page in the name of the address that was asked for.
  headers.set("x-sinovik-path", request.headers.get("x-sinovik-asked") ?? path + withoutInternals(search));
  headers.set("content-security-policy", policy);

  const response = NextResponse.next({ request: { headers } });
  // A published list is the same bytes for everybody and brings its own, stricter policy.
  if (PUBLISHED.test(path)) return response;
  response.headers.set("content-security-policy", policy);
  return response;
}

const PUBLISHED = /^\/kompetisi\/[^/]+\/hasil\//;

export const config = {
  matcher: ["/((?!_next/|fonts/|icon.svg|robots.txt).*)"],
};

function contentSecurityPolicy(nonce: string): string {
  const development = process.env.NODE_ENV === "development" ? " 'unsafe-eval'" : "";
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}

/** Next adds `_rsc` to its own requests; nobody should be sent back to it. */
function withoutInternals(search: string): string {
  const query = new URLSearchParams(search);
  query.delete("_rsc");
  const text = query.toString();
  return text ? `?${text}` : "";
}
