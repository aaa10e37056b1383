import { beforeAll, describe, expect, test } from "vitest";
import { db } from "@/lib/db";
import { loadAudit } from "@/modules/audit/loaders";
import { eventFacts } from "@/modules/audit/domain/event-facts";
import { giveProposalBack, takeProposal } from "@/modules/selection/actions";
import { press } from "../../support/press";
import { askAs } from "../../support/request";
import { filedProposal, selectionPerson, selectionWorld, type SelectionPerson, type SelectionWorld } from "../../support/selection-world";

let world: SelectionWorld;
let auditor: SelectionPerson;
let code: string;
let otherCode: string;

beforeAll(async () => {
  world = await selectionWorld();
  auditor = await selectionPerson([{ role: "AUDITOR" }]);
  [code, otherCode] = [(await filedProposal(world)).code, (await filedProposal(world)).code];
  askAs(world.first.sessionId);
  await press(takeProposal, { code });
  await press(takeProposal, { code: otherCode });
  await press(giveProposalBack, { code });
  askAs(world.second.sessionId);
  await press(takeProposal, { code });
});

async function found(address: Record<string, string>) {
  askAs(auditor.sessionId);
  const { page } = (await loadAudit(address)).subject;
  return page.rows.map(({ action, actorName, body }) => [action, actorName, eventFacts(body).find(({ name }) => name === "code")?.text]);
}

describe("the auditor finds", () => {
  test("what became of one proposal, however its code is written", async () => {
    const life = [
      ["selection.take", world.second.name, code], ["selection.giveBack", world.first.name, code], ["selection.take", world.first.name, code],
    ];
    expect(await found({ kode: code })).toEqual(life);
    expect(await found({ kode: ` ${code.toLowerCase().replaceAll("-", " ")} ` })).toEqual(life);
    expect(await found({ kode: "INV-2020-TIDAKADA" })).toEqual([]);
  });

  test("what one person did, by name or by e-mail", async () => {
    const done = [["selection.take", world.second.name, code]];
    expect(await found({ oleh: world.second.name.toUpperCase() })).toEqual(done);
    expect(await found({ oleh: world.second.email })).toEqual(done);
    expect(await found({ oleh: "%" })).toEqual([]);
  });

  test("what fits everything that is asked, and what an address says wrongly counts as not said", async () => {
    expect(await found({ kode: code, oleh: world.first.email, jenis: "selection.take" })).toEqual([["selection.take", world.first.name, code]]);
    const { seq } = await db.auditEvent.findFirstOrThrow({ where: { action: "selection.giveBack" } });
    expect(await found({ kode: code, sebelum: String(seq) })).toEqual([["selection.take", world.first.name, code]]);
    expect(await found({ kode: code, sebelum: "kemarin", oleh: "\u0000" })).toHaveLength(3);
  });

  test("a longer trail in pages of fifty", async () => {
    askAs(world.first.sessionId);
    for (let times = 0; times < 25; times += 1) {
      await press(giveProposalBack, { code: otherCode });
      await press(takeProposal, { code: otherCode });
    }
    askAs(auditor.sessionId);
    const { page } = (await loadAudit({ kode: otherCode })).subject;
    expect(page.rows).toHaveLength(50);
    expect(page.next).toBe(page.rows.at(-1)!.seq);
    const older = (await loadAudit({ kode: otherCode, sebelum: String(page.next) })).subject.page;
    expect([older.rows.length, older.next]).toEqual([1, null]);
  });
});

test("nobody else reads the trail, whatever they ask", async () => {
  for (const { sessionId } of [world.first, world.secretary, world.admin, world.innovator]) {
    askAs(sessionId);
    await expect(loadAudit({ kode: code })).rejects.toThrow("NEXT_HTTP_ERROR_FALLBACK;404");
  }
});
