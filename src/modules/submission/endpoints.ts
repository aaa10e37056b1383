import { endpoint } from "@/lib/endpoint";
import { mayWrite, submissionsVisibleTo } from "./policy/writing";
import { findSection } from "./queries/writing";
import { saveAnswer } from "./repository/writing";
import { autosaveSchema } from "./schema/writing";

/** What the page of a section sends while its writer types. */
export const autosave = endpoint({
  name: "submission.autosave",
  input: autosaveSchema,
  sentBy: ({ writerId }) => writerId,
  load: (input, actor) => findSection(submissionsVisibleTo(actor), input),
  policy: mayWrite,
  execute: ({ input, subject, actor }) =>
    saveAnswer({
      submission: subject, sectionKey: subject.sectionKey, body: input.body, version: input.version, actorId: actor.userId,
      stillAllowed: (fresh, now) => mayWrite(actor, fresh, now),
    }),
});
