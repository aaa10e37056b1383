import { headers } from "next/headers";
import { isIPv4, isIPv6 } from "node:net";

/** Where this request comes from, as our own web server tells it. */
export const sourceOfRequest = async () => networkOf((await headers()).get("x-forwarded-for") ?? "local");

/** What names no address is one caller, however it is written. */
const UNKNOWN = "unknown";

/**
 * The network that one caller can speak for: an address of IPv4 is one, and of IPv6 the first 64 bits, since whoever has one
 * address of such a network has all of them. Some proxies add the port, which is another with each request.
 */
export function networkOf(told: string): string {
  const address = withoutPort(told.trim());
  const mapped = /^::ffff:([\d.]+)$/i.exec(address)?.[1] ?? address;
  if (isIPv4(mapped) || address === "local") return mapped;
  if (!isIPv6(address)) return UNKNOWN;
  const [before = "", after = ""] = address.split("%")[0]!.split("::");
  const [head, tail] = [before, after].map((part) => part.split(":").filter(Boolean)) as [string[], string[]];
  const gap = Array.from({ length: Math.max(0, 8 - head.length - tail.length) }, () => "0");
  const network = [...head, ...gap, ...tail].slice(0, 4).map((group) => Number.parseInt(group, 16).toString(16));
  return `${network.join(":")}::/64`;
}

/** `192.0.2.7:443`, `[2001:db8::1]:443` and `[2001:db8::1]` without what surrounds the address. */
const withoutPort = (told: string): string => /^(?:\[([^\]]+)\]|([\d.]+))(?::\d+)?$/.exec(told)?.slice(1).find(Boolean) ?? told;
