// Whose request it is, as far as the order of admission asks: from which network, and whether of somebody who is signed in.
import { isIPv6 } from "node:net";
import { decode } from "next-auth/jwt";

const SESSION_COOKIE = /(?:^|;\s*)(?:__Secure-|__Host-)?next-auth\.session-token=([^;]+)/;
const REMEMBERED = 5_000;

/** @typedef {(cookies: string | undefined) => Promise<boolean>} IsSignedIn */

/**
 * Whether the cookie is one that we gave: it opens with our secret. Whether its session still lasts is for the application.
 *
 * @param {string | undefined} secret
 * @returns {IsSignedIn}
 */
export function sessionCookies(secret) {
  /** @type {Map<string, boolean>} opening one costs a part of a millisecond */
  const known = new Map();
  return async (cookies = "") => {
    const token = SESSION_COOKIE.exec(cookies)?.[1];
    if (!token || !secret) return false;
    const remembered = known.get(token);
    if (remembered !== undefined) return remembered;
    const isOurs = await decode({ token, secret }).then((content) => Boolean(content?.sid), () => false);
    if (known.size >= REMEMBERED) known.clear();
    known.set(token, isOurs);
    return isOurs;
  };
}

/**
 * @param {import("node:http").IncomingMessage} request cleaned: its address is the one to be believed
 * @param {IsSignedIn} isSignedIn
 * @returns {Promise<import("./admission.mjs").Caller>}
 */
export async function callerOf({ method, url = "/", headers }, isSignedIn) {
  const network = networkOf(String(headers["x-forwarded-for"] ?? ""));
  if (!(await isSignedIn(headers.cookie))) return { kind: "stranger", network };
  const isWriting = (method !== "GET" && method !== "HEAD") || /^(\/en)?\/api\//.test(url);
  return { kind: isWriting ? "writer" : "reader", network };
}

/** Whoever has one address of IPv6 has the 64 bits of its network. @param {string} address */
export function networkOf(address) {
  const mapped = /^::ffff:([\d.]+)$/i.exec(address)?.[1];
  if (mapped || !isIPv6(address)) return mapped ?? address;
  const [before = "", after = ""] = address.split("%", 1)[0]?.split("::") ?? [];
  const [head, tail] = [before, after].map((part) => part.split(":").filter(Boolean));
  const gap = Array.from({ length: Math.max(0, 8 - (head?.length ?? 0) - (tail?.length ?? 0)) }, () => "0");
  return [...(head ?? []), ...gap, ...(tail ?? [])].slice(0, 4).map((group) => Number.parseInt(group, 16).toString(16)).join(":");
}
