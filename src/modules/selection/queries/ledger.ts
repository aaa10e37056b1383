import { db, type Transaction } from "@/lib/db";
import type { AgencyKind } from "@/modules/agencies/domain/agency-kinds";
import { stageOf } from "@/modules/competition/domain/stages";
import { editionById, type EditionView } from "@/modules/competition/queries";
import type { Handling, Origin } from "../domain/queue";
import type { SelectionEdition, SelectionScope } from "../policy";
import { selectionReleased } from "./released";

/** An edition as the selectors' pages need it. */
export type SelectionPlace = SelectionEdition & { edition: EditionView; registration: { opensAt: Date; closesAt: Date } | null };

/** The edition of a scope; null where the scope is nobody's. */
export async function selectionPlace({ filter }: SelectionScope): Promise<SelectionPlace | null> {
  const edition = filter.editionId && (await editionById(filter.editionId));
  if (!edition) return null;
  return {
    edition,
    editionId: edition.id,
    stage: stageOf(edition.stages, "ADMIN_SELECTION"),
    registration: stageOf(edition.stages, "REGISTRATION"),
    released: await selectionReleased(edition.id),
  };
}

/** One filed proposal in the selectors' books. */
export type LedgerRow = Handling & Origin & {
  id: string;
  code: string;
  title: string;
  version: number;
  groupKey: string;
  implementedSince: Date;
  submittedAt: Date;
  agencyName: string;
  agencyKind: AgencyKind;
  takenByName: string | null;
  reasonKeys: string[];
};

/** Every filed proposal of an edition, oldest first. For counts; whoever lists it goes through `selectionQueue`. */
export async function selectionLedger(editionId: string, tx: Transaction = db): Promise<LedgerRow[]> {
  return tx.$queryRaw<LedgerRow[]>`
    select s.id, s.code, s.title, s.version, s."groupKey", s."implementedSince", coalesce(s."submittedAt", s."statusAt") as "submittedAt",
      s."ownerId", a.code as "agencyCode", a.name as "agencyName", a.kind::text as "agencyKind", u.code as "unitCode",
      d."takenById", taker.name as "takenByName", d.outcome::text as outcome, d."secondById", coalesce(d."reasonKeys", '{}') as "reasonKeys",
      greatest(d."takenAt", d."decidedAt", d."secondAt", (
        select max(c."checkedAt") from "SelectionCheck" c
        where c."organizerId" = d."organizerId" and c."submissionId" = d."submissionId" and c."checkedById" = d."takenById")) as "touchedAt"
    from "Submission" s
    join "Agency" a on a.id = s."agencyId"
    join "Agency" u on u.id = s."unitId"
    left join "SelectionDecision" d on d."organizerId" = s."organizerId" and d."submissionId" = s.id
    left join "User" taker on taker.id = d."takenById"
    where s."editionId" = ${editionId}::uuid and s.status = 'SUBMITTED'
    order by "submittedAt", s.code`;
}
