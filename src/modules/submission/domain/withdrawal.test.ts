import { expect, test } from "vitest";
import { answerTo, WITHDRAWAL_ANSWERS } from "./withdrawal";

test("the other side agrees or declines, and whoever asked takes it back", () => {
  const allowed = (asked: "OWNER" | "AGENCY", by: "OWNER" | "AGENCY") => WITHDRAWAL_ANSWERS.filter((answer) => answerTo(asked, by, { answer, reason: "Masih ikut." }).ok);
  expect(allowed("OWNER", "AGENCY")).toEqual(["AGREED", "DECLINED"]);
  expect(allowed("AGENCY", "OWNER")).toEqual(["AGREED", "DECLINED"]);
  expect(allowed("OWNER", "OWNER")).toEqual(["TAKEN_BACK"]);
  expect(allowed("AGENCY", "AGENCY")).toEqual(["TAKEN_BACK"]);
});

test("who declines says why", () => {
  expect(answerTo("OWNER", "AGENCY", { answer: "DECLINED", reason: "" })).toMatchObject({ ok: false, refusal: { key: "submission.withdraw.answerReason" } });
});
