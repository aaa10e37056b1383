import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { firstFault, hashedText, type ChainedEvent, type ShownParts } from "./chain";

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

const PARTS: ShownParts = { action: "submission.file", actorId: "orang-1", subjectType: "submission", subjectId: "usulan-1", editionId: "edisi-1" };

const bodyOf = (parts: Partial<ShownParts> = {}) => {
  const { action, actorId, subjectType, subjectId, editionId } = { ...PARTS, ...parts };
  return JSON.stringify({ action, actor: actorId, details: {}, edition: editionId, subject: { id: subjectId, type: subjectType } });
};

function chainOf(...bodies: string[]) {
  const chain: (ChainedEvent & ShownParts)[] = [];
  for (const [index, body] of bodies.entries()) {
    const link = { seq: BigInt(index + 1), at: `2026-05-0${index + 1}T00:00:00.000000Z`, body, prevHash: chain.at(-1)?.hash ?? "" };
    chain.push({ ...link, ...PARTS, hash: sha256(hashedText(link)) });
  }
  return chain;
}

const threeEvents = () => chainOf(bodyOf(), bodyOf(), bodyOf());

test("an untouched log has no fault", () => {
  expect(firstFault(threeEvents(), null, sha256)).toBeNull();
});

test("a part of the log is checked against the event before it", () => {
  const [first, ...rest] = threeEvents();
  expect(firstFault(rest, first!, sha256)).toBeNull();
  expect(firstFault(rest, null, sha256)).toEqual({ seq: 2n, fault: "GAP" });
});

test("an altered event is named", () => {
  const chain = threeEvents();
  chain[1] = { ...chain[1]!, body: bodyOf({ action: "submission.withdraw" }) };
  expect(firstFault(chain, null, sha256)).toEqual({ seq: 2n, fault: "ALTERED" });
});

test("a removed event is named by the gap it leaves", () => {
  const chain = threeEvents();
  chain.splice(1, 1);
  expect(firstFault(chain, null, sha256)).toEqual({ seq: 3n, fault: "GAP" });
});

test("a rewritten event breaks the link of the next one", () => {
  const chain = threeEvents();
  const rewritten = { ...chain[1]!, action: "submission.withdraw", body: bodyOf({ action: "submission.withdraw" }) };
  chain[1] = { ...rewritten, hash: sha256(hashedText(rewritten)) };
  expect(firstFault(chain, null, sha256)).toEqual({ seq: 3n, fault: "BROKEN_LINK" });
});

test.each<[keyof ShownParts, string | null]>([
  ["action", "submission.withdraw"], ["actorId", "orang-2"], ["actorId", null], ["subjectType", "stage"], ["subjectId", "usulan-2"],
  ["editionId", "edisi-2"], ["editionId", null],
])("an event whose %s is shown as %s, against its own body, is named", (part, shown) => {
  const chain = threeEvents();
  chain[1] = { ...chain[1]!, [part]: shown };
  expect(firstFault(chain, null, sha256)).toEqual({ seq: 2n, fault: "SHOWN_OTHERWISE" });
});

test("a body that is no event at all is named too", () => {
  expect(firstFault(chainOf(bodyOf(), "{}"), null, sha256)).toEqual({ seq: 2n, fault: "SHOWN_OTHERWISE" });
});
