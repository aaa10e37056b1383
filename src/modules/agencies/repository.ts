import { appendAudit } from "@/lib/audit";
import { inTransaction } from "@/lib/db";
import { ok, refuse, type Result } from "@/lib/result";
import type { UnitKind } from "./domain/agency-kinds";
import { provinceOf, type RootKind } from "./domain/root-codes";
import { slugOf } from "./domain/tree";

export type NewUnit = { parent: { id: string; code: string }; kind: UnitKind; name: string; addedById: string };

/** Adds a unit below an agency; refused without a letter for its code, and when one of that name is there. */
export async function addUnit({ parent, kind, name, addedById }: NewUnit): Promise<Result<{ code: string }>> {
  const segment = slugOf(name);
  if (!segment) return refuse("agencies.refused.unitName");
  const code = `${parent.code}/${segment}`;
  return inTransaction(async (tx) => {
    const added = await tx.$executeRaw`
      insert into "Agency" (id, code, kind, name, "parentId", "provinceCode")
      select gen_random_uuid(), ${code}, ${kind}::"AgencyKind", ${name}, ${parent.id}::uuid, p."provinceCode"
      from "Agency" p where p.id = ${parent.id}::uuid
      on conflict (code) do nothing`;
    if (added === 0) return refuse("agencies.refused.unitExists", { name });
    await appendAudit(tx, { actorId: addedById, action: "agencies.addUnit", subject: { type: "agency", id: code }, details: { kind } });
    return ok({ code });
  });
}

export type NewAgency = { kind: RootKind; code: string; name: string; addedById: string };

/** Adds an agency at the root of the tree; a code that is taken is refused. */
export async function addAgency({ kind, code, name, addedById }: NewAgency): Promise<Result<null>> {
  return inTransaction(async (tx) => {
    const { count } = await tx.agency.createMany({ data: { kind, code, name, provinceCode: provinceOf(code) }, skipDuplicates: true });
    if (count === 0) return refuse("agencies.refused.codeTaken", { code });
    await appendAudit(tx, { actorId: addedById, action: "agencies.addAgency", subject: { type: "agency", id: code }, details: { kind } });
    return ok(null);
  });
}
