"use server";

import { action } from "@/lib/action";
import { paths } from "@/lib/paths";
import { ok } from "@/lib/result";
import { sideOf } from "../policy/withdrawing";
import { mayAnswerWithdrawal, mayAskWithdrawal, mayWithdraw } from "../policy/withdrawing";
import { submissionsVisibleTo } from "../policy/writing";
import { findSubmission } from "../queries/writing";
import { answerWithdrawal as keepAnswer, withdraw as takeOut } from "../repository/withdrawing";
import { answerWithdrawalSchema, askWithdrawalSchema, withdrawSchema } from "../schema/withdrawing";

/** Before it is filed: its owner takes it out of the competition alone. */
export const withdraw = action({
  name: "submission.withdraw",
  input: withdrawSchema,
  load: ({ code }, actor) => findSubmission(submissionsVisibleTo(actor), code),
  policy: mayWithdraw,
  execute: async ({ input, subject, actor }) => {
    const withdrawn = await takeOut({
      submission: subject, version: input.version, actor, side: "OWNER", reason: input.reason,
      stillAllowed: (fresh, now) => mayWithdraw(actor, fresh, now),
    });
    return withdrawn.ok ? ok({ redirectTo: paths.receiptOf(subject.code) }) : withdrawn;
  },
});

/** Once it is filed: its owner or its agency asks the other. */
export const askWithdrawal = action({
  name: "submission.askWithdrawal",
  input: askWithdrawalSchema,
  load: ({ code }, actor) => findSubmission(submissionsVisibleTo(actor), code),
  policy: mayAskWithdrawal,
  execute: async ({ input, subject, actor }) => {
    const side = sideOf(actor);
    const asked = await takeOut({
      submission: subject, version: input.version, actor, side, reason: input.reason,
      stillAllowed: (fresh, now) => mayAskWithdrawal(actor, fresh, now),
    });
    return asked.ok ? ok({ redirectTo: side === "OWNER" ? paths.withdrawal(subject.code) : paths.agencySubmission(subject.code) }) : asked;
  },
});

export const answerWithdrawal = action({
  name: "submission.answerWithdrawal",
  input: answerWithdrawalSchema,
  load: ({ code }, actor) => findSubmission(submissionsVisibleTo(actor), code),
  policy: mayAnswerWithdrawal,
  execute: async ({ input, subject, actor }) => {
    const side = sideOf(actor);
    const answered = await keepAnswer({
      submission: subject, version: input.version, actor, side, requestId: input.request, answer: input.answer, reason: input.reason,
      stillAllowed: (fresh, now) => mayAnswerWithdrawal(actor, fresh, now),
    });
    return answered.ok ? ok({ redirectTo: side === "OWNER" ? paths.withdrawal(subject.code) : paths.agencySubmission(subject.code) }) : answered;
  },
});
