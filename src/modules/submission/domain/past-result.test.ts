import { expect, test } from "vitest";
import { answerOf, choiceOf, innovationToKeep } from "./past-result";

const known = [{ id: "juara" }, { id: "finalis" }];

test.each([
  ["an innovation of the list", { pastResult: "juara", otherResult: "" }, { innovationId: "juara", claimedResult: "" }],
  ["a result in words", { pastResult: "other", otherResult: "Top 45/2019" }, { innovationId: null, claimedResult: "Top 45/2019" }],
  ["none", { pastResult: "none", otherResult: "" }, { innovationId: null, claimedResult: "" }],
])("%s is stored, and the form shows the same answer again", (_, answer, choice) => {
  expect(choiceOf(known, answer)).toEqual(choice);
  expect(answerOf(known, choice)).toEqual(answer);
});

test("words typed beside another answer count for nothing, and an innovation that is not of the list is none", () => {
  expect(choiceOf(known, { pastResult: "none", otherResult: "Top 45/2019" })).toEqual({ innovationId: null, claimedResult: "" });
  expect(choiceOf(known, { pastResult: "asing", otherResult: "" })).toEqual({ innovationId: null, claimedResult: "" });
  expect(answerOf(known, { innovationId: "sendiri", claimedResult: "" })).toEqual({ pastResult: "none", otherResult: "" });
});

test("a proposal keeps its own innovation, joins the chosen one, and leaves another's when none is chosen", () => {
  expect(innovationToKeep(known, "sendiri", null)).toBe("sendiri");
  expect(innovationToKeep(known, "sendiri", "juara")).toBe("juara");
  expect(innovationToKeep(known, "juara", null)).toBeNull();
});
