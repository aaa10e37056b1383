import { expect, test } from "vitest";
import type { Problem } from "./completeness";
import { readyToSend } from "./sending";

const text = { id: "Benar", en: "True" };
const statements = [{ key: "identitas", text, signer: text }, { key: "pelaksanaan", text, signer: text }];
const all = ["identitas", "pelaksanaan"];
const short: Problem = { kind: "SECTION_PERFUNCTORY", section: "kebaruan", words: 18, expected: 30 };

test("a proposal without problems and with every statement ticked may be sent", () => {
  expect(readyToSend({ mustFix: [], shouldLook: [] }, statements, { statements: all, acknowledged: [] }).ok).toBe(true);
});

test.each<[string, Problem[], Problem[], string[], string[], string]>([
  ["one that must be fixed is not sent, whatever is ticked", [{ kind: "SECTION_EMPTY", section: "kebaruan" }], [], all, ["SECTION_EMPTY:kebaruan"], "submission.send.mustFix"],
  ["one with a statement not ticked is not sent", [], [], ["identitas"], [], "submission.send.statementsMissing"],
  ["one with a remark not acknowledged is not sent", [], [short], all, [], "submission.send.notAcknowledged"],
  ["acknowledging another remark does not help", [], [short], all, ["SECTION_PERFUNCTORY:ringkasan"], "submission.send.notAcknowledged"],
])("%s", (...[, mustFix, shouldLook, agreed, acknowledged, refusal]) => {
  const answer = readyToSend({ mustFix, shouldLook }, statements, { statements: agreed, acknowledged });
  expect(answer).toMatchObject({ ok: false, refusal: { key: refusal, values: { count: 1 } } });
});

test("a remark that was acknowledged by name no longer holds the proposal back", () => {
  const ticks = { statements: all, acknowledged: ["SECTION_PERFUNCTORY:kebaruan"] };
  expect(readyToSend({ mustFix: [], shouldLook: [short] }, statements, ticks).ok).toBe(true);
});
