import { randomUUID } from "node:crypto";
import { loader } from "@/lib/loader";
import { editionById } from "@/modules/competition/queries";
import { mayRecall, maySeeOwnSubmissions, mayStart, mayViewAsAuthor, mayWrite, submissionsVisibleTo } from "../policy/writing";
import { answerOf, checkedProposalByCode, displayStatusOf, lastReturn, lastSent, notesOf, receiptOf, rulesChange, signersBefore, unansweredNotes } from "../queries/proposal";
import { sectionHistory } from "../queries/history";
import { changesSince } from "../queries/since-note";
import { reachedResults } from "../queries/reached";
import { openEditions, proposalWithPast, startPage } from "../queries/starting";
import { withdrawalOf } from "../queries/withdrawal";
import { mayAskWithdrawal, mayWithdraw } from "../policy/withdrawing";
import { submissionList } from "../queries/writing";
import { cameFrom, listQuery, startQuery } from "../schema/writing";

type ByCode = { code: string };

/** What the address says of where somebody came from. */
type CameFrom = { from?: unknown };

/** S1 */
export const loadOwnSubmissions = loader({
  name: "submission.list",
  kind: "desk",
  load: async ({ query }: { query: unknown }, { actor, now }) => {
    const { halaman } = listQuery.parse(query);
    const [list, editions] = await Promise.all([submissionList(submissionsVisibleTo(actor), { page: halaman, now }), openEditions(now)]);
    return { ...list, editions };
  },
  policy: maySeeOwnSubmissions,
});

/** S2; the key names one act of starting, however often its form is sent. */
export const loadStart = loader({
  name: "submission.startPage",
  kind: "desk",
  load: async ({ query }: { query: unknown }, { actor, now }) => {
    const { edisi } = startQuery.parse(query);
    const page = await startPage(actor.hat?.agencyId ?? null, { slug: edisi, now });
    return { ...page, starting: page.chosen && mayStart(actor, page.chosen, now), key: randomUUID() };
  },
  policy: maySeeOwnSubmissions,
});

/** The identity page of S3. */
export const loadIdentity = loader({
  name: "submission.identityPage",
  kind: "subject",
  load: async ({ code, from }: ByCode & CameFrom, { actor, now }) => {
    const proposal = await proposalWithPast(submissionsVisibleTo(actor), code);
    return proposal && { ...proposal, from: cameFrom.parse(from), display: await displayStatusOf(proposal, now), writing: mayWrite(actor, proposal, now) };
  },
  policy: mayViewAsAuthor,
});

/** S3, S9 and S10; `writing` says whether the text may be changed now, and why not. */
export const loadSubmission = loader({
  name: "submission.hub",
  kind: "subject",
  load: async ({ code }: ByCode, { actor, now }) => {
    const proposal = await checkedProposalByCode(submissionsVisibleTo(actor), code);
    if (!proposal) return null;
    const [display, results, notes, returned, signedBefore, changed, openNotes] = await Promise.all([
      displayStatusOf(proposal, now), reachedResults(proposal), notesOf(proposal), lastReturn(proposal), signersBefore(proposal),
      rulesChange(proposal), unansweredNotes(proposal),
    ]);
    const since = await changesSince(proposal, notes);
    return { ...proposal, display, results, notes, since, returned, signedBefore, changed, openNotes, writing: mayWrite(actor, proposal, now) };
  },
  policy: mayViewAsAuthor,
});

/** S4 */
export const loadSection = loader({
  name: "submission.section",
  kind: "subject",
  load: async ({ from, ...asked }: ByCode & CameFrom & { section: string }, { actor, now }) => {
    const page = await answerOf(submissionsVisibleTo(actor), asked);
    if (!page) return null;
    const [display, since] = await Promise.all([displayStatusOf(page, now), changesSince(page, page.notes)]);
    return { ...page, since, from: cameFrom.parse(from), display, writing: mayWrite(actor, page, now) };
  },
  policy: mayViewAsAuthor,
});

/** What stood in one section before, and who wrote it. */
export const loadSectionHistory = loader({
  name: "submission.sectionHistory",
  kind: "subject",
  load: (asked: ByCode & { section: string }, { actor }) => sectionHistory(submissionsVisibleTo(actor), asked),
  policy: mayViewAsAuthor,
});

/** S11 */
export const loadReceipt = loader({
  name: "submission.receipt",
  kind: "subject",
  load: async ({ code }: ByCode, { actor, now }) => {
    const proposal = await checkedProposalByCode(submissionsVisibleTo(actor), code);
    if (!proposal) return null;
    const [display, results, sentAt, receipt, edition, withdrawal] = await Promise.all([
      displayStatusOf(proposal, now), reachedResults(proposal), lastSent(proposal), receiptOf(proposal), editionById(proposal.editionId),
      withdrawalOf(proposal),
    ]);
    return {
      ...proposal, display, results, sentAt, receipt, stages: edition?.stages ?? [],
      recalling: mayRecall(actor, proposal, now), withdrawal,
      withdrawing: (proposal.status === "SUBMITTED" ? mayAskWithdrawal : mayWithdraw)(actor, proposal, now),
    };
  },
  policy: mayViewAsAuthor,
});
