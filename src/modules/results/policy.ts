import { allow, deny, scopeFor, type Scope, type Verdict } from "@/lib/guard";
import { wearsInEdition, type Actor } from "@/modules/accounts/domain/roles";
import { secretUntil, type SecretEdition } from "@/modules/review/domain/mark-secrecy";
import { isMadeByThem } from "./domain/publication";

export type EditionSubject = { edition: { id: string } };

/** Everybody who composed a decision set or moved an entry in it, who froze its ranking, and who made this person a publisher. */
export type PublishingSubject = EditionSubject & {
  composerIds: readonly string[]; freezerId: string | null; publisherMadeBy: readonly string[];
};

/** Scores before publication are for those who run the edition, and nobody else. */
export function mayOpenRanking(actor: Actor, { edition }: EditionSubject): Verdict {
  return only(wearsInEdition(actor, edition.id, "SECRETARIAT", "PUBLISHER"));
}

/** An edition, the stages that a score or an order is made of, and whether it is frozen: a frozen one rests on closed stages. */
export type ScoresSubject = { edition: { id: string } & SecretEdition; reads: readonly { stage: { key: string } }[]; frozen: object | null };

/** Reading scores, means, spreads or the order: not while one of the stages they are made of can still change. */
export function mayReadScores(actor: Actor, { edition, reads, frozen }: ScoresSubject, now: Date): Verdict {
  const opening = mayOpenRanking(actor, { edition });
  if (!opening.allowed || frozen) return opening;
  return secretUntil(edition, reads.map(({ stage }) => stage.key), now) ? deny("results.refused.scoringOpen") : allow;
}

export function mayFreeze(actor: Actor, { edition }: EditionSubject): Verdict {
  return only(wearsInEdition(actor, edition.id, "SECRETARIAT"));
}

/** Either side may say that a frozen ranking rests on an error; that two people say so is checked in the act. */
export function maySupersede(actor: Actor, { edition }: EditionSubject): Verdict {
  return only(wearsInEdition(actor, edition.id, "SECRETARIAT", "PUBLISHER"));
}

export function mayOpenDecision(actor: Actor, { edition }: EditionSubject): Verdict {
  return only(wearsInEdition(actor, edition.id, "SECRETARIAT", "PUBLISHER"));
}

export function mayCompose(actor: Actor, { edition }: EditionSubject): Verdict {
  return only(wearsInEdition(actor, edition.id, "SECRETARIAT"));
}

/** Either of the two may stop a set before it is public. */
export function mayReturnToDrafting(actor: Actor, { edition }: EditionSubject): Verdict {
  return only(wearsInEdition(actor, edition.id, "SECRETARIAT", "PUBLISHER"));
}

/** The page is open to every publisher of the edition: one who took part in composing is told so there; the secretariat reads whose page it is. */
export function mayOpenPublishing(actor: Actor, { edition }: EditionSubject): Verdict {
  return only(wearsInEdition(actor, edition.id, "SECRETARIAT", "PUBLISHER"));
}

/** Whether the page is this person's to work on. */
export function maySignPublication(actor: Actor, { edition }: EditionSubject): boolean {
  return wearsInEdition(actor, edition.id, "PUBLISHER");
}

/** Composing and publishing are two people's work, and nobody chooses who checks him. Persons are compared, whatever hat they wear. */
export function mayPublish(actor: Actor, { edition, composerIds, freezerId, publisherMadeBy }: PublishingSubject): Verdict {
  if (!wearsInEdition(actor, edition.id, "PUBLISHER")) return deny("common.errors.notAllowed");
  if (composerIds.includes(actor.userId)) return deny("results.problem.publisherComposed");
  if (freezerId === actor.userId) return deny("results.problem.publisherFroze");
  return isMadeByThem({ composerIds, freezerId, publisherMadeBy }) ? deny("results.problem.publisherMadeByComposer") : allow;
}

export type RankingScope = { kind: "EDITION"; editionId: string } | { kind: "NOBODY" };

/** Whose scores a person may list: those of the edition whose secretariat or publisher they are. */
export function rankingVisibleTo(actor: Actor): Scope<"ranking", RankingScope> {
  const editionId = actor.hat?.editionId;
  const runs = editionId ? wearsInEdition(actor, editionId, "SECRETARIAT", "PUBLISHER") : false;
  return scopeFor(runs && editionId ? { kind: "EDITION", editionId } : { kind: "NOBODY" });
}

const only = (fits: boolean): Verdict => (fits ? allow : deny("common.errors.notAllowed"));
