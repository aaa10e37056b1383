import { isReadable } from "@/lib/plain-text";
import { loader } from "@/lib/loader";
import { submissionsVisibleTo } from "@/modules/submission/policy/writing";
import { findSubmission } from "@/modules/submission/queries/writing";
import { whatHolds } from "./domain/outcome";
import { queueState } from "./domain/queue";
import {
  mayReadOutcome, mayReadSelection, mayReadSelections, mayRelease, mayTakeNext, selectionRights, selectionsVisibleTo,
} from "./policy";
import { selectionPlace } from "./queries/ledger";
import { selectionQueue } from "./queries/queue";
import { findSelection, selectionReading } from "./queries/reading";
import { outcomeFor } from "./queries/released";
import { selectionRecap } from "./queries/summary";
import { QUEUE_WORDS, queueQuery } from "./schema";

/** V1: the work of the hat's edition. */
export const loadSelectionQueue = loader({
  name: "selection.queue",
  kind: "desk",
  load: async (address: Record<string, string | string[] | undefined>, { actor, now }) => {
    const query = queueQuery.parse(address);
    const scope = selectionsVisibleTo(actor);
    const place = await selectionPlace(scope);
    if (!place) return null;
    const { status, tanda, halaman } = query;
    const [queue, acted] = await Promise.all([
      selectionQueue(scope, place, { state: QUEUE_WORDS[status], flag: tanda, page: halaman, now }), query.putusan ? findSelection(query.putusan) : null,
    ]);
    const isTold = acted && mayReadSelection(actor, acted).allowed && (acted.outcome !== null || acted.secondById !== null);
    const decided = isTold ? { code: acted.code, holds: whatHolds(acted, acted) } : null;
    return { ...place, query, queue, decided, taking: mayTakeNext(actor, place, now) };
  },
  policy: mayReadSelections,
});

/** V2 and V4: one proposal with its checklist and its decision. */
export const loadSelection = loader({
  name: "selection.proposal",
  kind: "subject",
  load: async ({ code }: { code: string }, { actor, now }) => {
    const reading = isReadable(code) ? await selectionReading(code) : null;
    if (!reading) return null;
    const state = queueState(reading, { viewerId: actor.userId, now, rules: reading.rules.selection });
    return { ...reading, state, rights: selectionRights(actor, reading, now) };
  },
  policy: mayReadSelection,
});

/** V5: the recap, and what keeps the outcome from being released. */
export const loadSelectionRecap = loader({
  name: "selection.recap",
  kind: "desk",
  load: async (_: object, { actor, now }) => {
    const scope = selectionsVisibleTo(actor);
    const place = await selectionPlace(scope);
    const recap = place && (await selectionRecap(scope, place, now));
    return place && recap && { ...place, recap, releasing: mayRelease(actor, place) };
  },
  policy: mayReadSelections,
});

/** For the authors' and the agency's page of a proposal: its outcome, null until it has been released. */
export const loadOutcomeFor = loader({
  name: "selection.outcome",
  kind: "subject",
  load: async ({ code }: { code: string }, { actor }) => {
    const submission = isReadable(code) ? await findSubmission(submissionsVisibleTo(actor), code) : null;
    return submission && { ...submission, outcome: (await outcomeFor([submission.id])).get(submission.id) ?? null };
  },
  policy: mayReadOutcome,
});
