import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { firstFault, hashedText, type ChainedEvent } from "./chain";

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

function chainOf(...bodies: string[]): ChainedEvent[] {
  const chain: ChainedEvent[] = [];
  for (const [index, body] of bodies.entries()) {
    const link = { seq: BigInt(index + 1), at: `2026-05-0${index + 1}T00:00:00.000000Z`, body, prevHash: chain.at(-1)?.hash ?? "" };
    chain.push({ ...link, hash: sha256(hashedText(link)) });
  }
  return chain;
}

test("an untouched log has no fault", () => {
  expect(firstFault(chainOf("a", "b", "c"), null, sha256)).toBeNull();
});

test("a part of the log is checked against the event before it", () => {
  const [first, ...rest] = chainOf("a", "b", "c");
  expect(firstFault(rest, first!, sha256)).toBeNull();
  expect(firstFault(rest, null, sha256)).toEqual({ seq: 2n, fault: "GAP" });
});

test("an altered event is named", () => {
  const chain = chainOf("a", "b", "c");
  chain[1] = { ...chain[1]!, body: "B" };
  expect(firstFault(chain, null, sha256)).toEqual({ seq: 2n, fault: "ALTERED" });
});

test("a removed event is named by the gap it leaves", () => {
  const chain = chainOf("a", "b", "c");
  chain.splice(1, 1);
  expect(firstFault(chain, null, sha256)).toEqual({ seq: 3n, fault: "GAP" });
});

test("a rewritten event breaks the link of the next one", () => {
  const chain = chainOf("a", "b", "c");
  const rewritten = { ...chain[1]!, body: "B" };
  chain[1] = { ...rewritten, hash: sha256(hashedText(rewritten)) };
  expect(firstFault(chain, null, sha256)).toEqual({ seq: 3n, fault: "BROKEN_LINK" });
});
