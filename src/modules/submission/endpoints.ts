import { endpoint } from "@/lib/endpoint";
import { ok } from "@/lib/result";
import { mayFollowDeadline, mayFollowRegistration, mayWrite, type SubmissionSubject, submissionsVisibleTo } from "./policy/writing";
import { registrationIn } from "./queries/starting";
import { findSection, findSubmission } from "./queries/writing";
import { saveAnswer } from "./repository/writing";
import { autosaveSchema, deadlineSchema, registrationSchema } from "./schema/writing";

/** What the page of a section sends while its writer types. */
export const autosave = endpoint({
  name: "submission.autosave",
  input: autosaveSchema,
  sentBy: ({ writerId }) => writerId,
  load: (input, actor) => findSection(submissionsVisibleTo(actor), input),
  policy: mayWrite,
  execute: async ({ input, subject, actor, now }) => {
    const saved = await saveAnswer({
      submission: subject, sectionKey: subject.sectionKey, body: input.body, version: input.version, actorId: actor.userId,
      stillAllowed: (fresh, at) => mayWrite(actor, fresh, at),
    });
    return saved.ok ? ok({ ...saved.value, deadline: deadlineOf(subject, now) }) : saved;
  },
});

/** What a page asks that has been open for long: the timetable may have moved. */
export const deadline = endpoint({
  name: "submission.deadline",
  input: deadlineSchema,
  load: ({ code }, actor) => findSubmission(submissionsVisibleTo(actor), code),
  policy: mayFollowDeadline,
  execute: async ({ subject, now }) => ok(deadlineOf(subject, now)),
});

/** What a page asks on which a proposal is started or several are filed. */
export const registration = endpoint({
  name: "submission.registration",
  input: registrationSchema,
  load: ({ edition }) => registrationIn(edition),
  policy: mayFollowRegistration,
  execute: async ({ subject, now }) => ok(deadlineOf(subject, now)),
});

/** The server's time, and until when it takes proposals. */
const deadlineOf = ({ registration }: Pick<SubmissionSubject, "registration">, now: Date) => ({ now: now.toISOString(), closesAt: registration?.closesAt.toISOString() ?? null });
