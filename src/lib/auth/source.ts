import { headers } from "next/headers";
import { isIPv6 } from "node:net";

/** Where this request comes from, as our own web server tells it. */
export const sourceOfRequest = async () => networkOf((await headers()).get("x-forwarded-for") ?? "local");

/**
 * The network that one caller can speak for: an address of IPv4 is one, and of IPv6 the first 64 bits, since whoever has one
 * address of such a network has all of them.
 */
export function networkOf(address: string): string {
  const mapped = /^::ffff:([\d.]+)$/i.exec(address)?.[1];
  if (mapped || !isIPv6(address)) return mapped ?? address;
  const [before = "", after = ""] = address.split("%")[0]!.split("::");
  const [head, tail] = [before, after].map((part) => part.split(":").filter(Boolean)) as [string[], string[]];
  const gap = Array.from({ length: Math.max(0, 8 - head.length - tail.length) }, () => "0");
  const network = [...head, ...gap, ...tail].slice(0, 4).map((group) => Number.parseInt(group, 16).toString(16));
  return `${network.join(":")}::/64`;
}
