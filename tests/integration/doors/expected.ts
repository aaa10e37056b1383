import { CAST, type CastMember } from "../../support/door-cast";

/** Written by hand: who may pass each door. Everybody not named is refused. */

const EVERYBODY: readonly CastMember[] = CAST;
const SIGNED_IN = CAST.filter((member) => member !== "anonymous");
const NOBODY: readonly CastMember[] = [];

const INNOVATORS: readonly CastMember[] = ["innovator", "unitNeighbour", "foreignInnovator"];
const AGENCY_ADMINS: readonly CastMember[] = ["agencyAdmin", "foreignAgencyAdmin"];
const SELECTORS: readonly CastMember[] = ["selector", "otherSelector"];
const JUDGES: readonly CastMember[] = ["evaluator", "idleEvaluator", "otherEvaluator", "panelist"];
const SECRETARIES: readonly CastMember[] = ["secretary", "otherSecretary"];
const PUBLISHERS: readonly CastMember[] = ["publisher", "otherPublisher"];
const RUN_IT: readonly CastMember[] = ["secretary", "publisher"];

export const EXPECTED: Readonly<Record<string, readonly CastMember[]>> = {
  "accounts.acceptInvitation": EVERYBODY,
  "accounts.chooseWorkspace: the innovator's role": ["innovator"],
  "accounts.endMembership: a judge's role": ["secretary", "superAdmin"],
  "accounts.endMembership: the secretariat's role": ["superAdmin"],
  "accounts.endMembership: an innovator's role": ["agencyAdmin", "superAdmin"],
  "accounts.endMembership: an agency admin's role": ["superAdmin"],
  "accounts.invitationPage": EVERYBODY,
  "accounts.invite: a judge of the edition": ["secretary", "superAdmin"],
  "accounts.invite: another secretariat": ["superAdmin"],
  "accounts.invite: an innovator of a unit": ["agencyAdmin", "superAdmin"],
  "accounts.invite: an admin of the agency": ["superAdmin"],
  "accounts.people": [...AGENCY_ADMINS, ...SECRETARIES, "superAdmin"],
  "accounts.reinstate": ["superAdmin"],
  "accounts.signIn": EVERYBODY,
  "accounts.signInPage": EVERYBODY,
  "accounts.signInToDemonstration": EVERYBODY,
  "accounts.signOut": SIGNED_IN,
  "accounts.suspend: somebody else": ["superAdmin"],
  "accounts.suspend: the super admin": NOBODY,
  "accounts.viewer": EVERYBODY,
  "accounts.withdrawInvitation: of a judge": ["secretary", "superAdmin"],
  "accounts.workspaces": SIGNED_IN,

  "agencies.addUnit": ["agencyAdmin", "superAdmin"],
  "agencies.all": ["superAdmin"],
  "agencies.ownUnits": AGENCY_ADMINS,

  "audit.chain": ["auditor"],
  "audit.page": ["auditor"],

  "competition.editions": EVERYBODY,
  "competition.changeTimetable": ["secretary"],
  "competition.managedEdition": ["secretary"],
  "competition.newEdition": ["superAdmin"],
  "competition.openEdition": ["superAdmin"],
  "competition.timetable": ["secretary"],
  "competition.ownEdition": [...SECRETARIES, ...PUBLISHERS],

  "submission.autosave: a draft": ["innovator"],
  "submission.autosave: a filed proposal": NOBODY,
  "submission.hub": ["innovator"],
  "submission.list": INNOVATORS,
  "submission.receipt": ["innovator"],
  "submission.saveIdentity": ["innovator"],
  "submission.saveSection": ["innovator"],
  "submission.section": ["innovator"],
  "submission.sendToAgency": ["innovator"],
  "submission.start": INNOVATORS,
  "submission.startPage": INNOVATORS,
  "submission.withdraw": ["innovator"],

  "submission.agencyDesk": AGENCY_ADMINS,
  "submission.agencyList": AGENCY_ADMINS,
  "submission.agencyReading": ["agencyAdmin"],
  "submission.agencyReceipt": ["agencyAdmin"],
  "submission.agencyReceipts": AGENCY_ADMINS,
  "submission.endorse": ["agencyAdmin"],
  "submission.file": ["agencyAdmin"],
  "submission.filingPage": AGENCY_ADMINS,
  "submission.returnToInnovator": ["agencyAdmin"],
  "submission.takeNoteAway": ["agencyAdmin"],
  "submission.unendorse": ["agencyAdmin"],
  "submission.writeNote": ["agencyAdmin"],

  "submission.editionCounts": [...SECRETARIES, ...PUBLISHERS],
  "submission.filedList": ["secretary"],
  "submission.filedProposal: one that was filed": ["secretary"],
  "submission.filedProposal: a draft": NOBODY,

  "selection.confirm": ["selector"],
  "selection.decide": ["selector"],
  "selection.decide: once selection is released": NOBODY,
  "selection.giveBack": ["selector"],
  "selection.outcome": ["innovator", "agencyAdmin"],
  "selection.proposal": ["selector", "secretary"],
  "selection.proposal: a draft": NOBODY,
  "selection.queue": [...SELECTORS, ...SECRETARIES],
  "selection.recap": [...SELECTORS, ...SECRETARIES],
  "selection.release": SECRETARIES,
  "selection.reopen": ["selector"],
  "selection.saveChecks": ["selector"],
  "selection.sendBack": ["selector"],
  "selection.take": ["selector"],
  "selection.takeNext": SELECTORS,

  "review.acceptPact": JUDGES,
  "review.applyAssignments": ["secretary"],
  "review.applyAssignments: once the ranking is frozen": NOBODY,
  "review.assignments": ["secretary"],
  "review.desk": JUDGES,
  "review.pact": JUDGES,
  "review.recuse": ["evaluator"],
  "review.room: of an evaluator": ["evaluator"],
  "review.room: of a panelist": ["panelist"],
  "review.saveMarks": ["evaluator"],
  "review.saveSheet": ["evaluator"],
  "review.saveSheet: once the ranking is frozen": NOBODY,
  "review.undoAssignments": ["secretary"],

  "results.compose": ["secretary"],
  "results.decision": RUN_IT,
  "results.declareReady": ["secretary"],
  "results.freeze": ["secretary"],
  "results.moveEntry": ["secretary"],
  "results.publicCompetitions": EVERYBODY,
  "results.publicEdition": EVERYBODY,
  "results.publicHome": EVERYBODY,
  "results.publicInnovation": EVERYBODY,
  "results.publicLibrary": EVERYBODY,
  "results.publish": ["publisher"],
  "results.publishedFile": EVERYBODY,
  "results.publishedPage": EVERYBODY,
  "results.siteMap": EVERYBODY,
  "results.steps": [...SECRETARIES, ...PUBLISHERS],
  "results.publishing": ["publisher"],
  "results.proposalReadings": RUN_IT,
  "results.ranking": RUN_IT,
  "results.rankingFile": RUN_IT,
  "results.rankingFile: a frozen one": RUN_IT,
  "results.sendBackToDrafting": RUN_IT,
};
