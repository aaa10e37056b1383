import { askAs } from "#tests/support/request";
import { press } from "#tests/support/press";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { db } from "@/lib/db";
import { accept } from "@/modules/accounts/actions";
import { inviteFirstAdmin, inviteSuperAdmin } from "../../../prisma/seed/first-admin";

const LINK = /\/undangan\/([\w-]+)/;
const ANSWERS = { name: "Kepala", position: "", password: "kata sandi yang panjang" };

let lines: string[] = [];
beforeEach(() => {
  lines = [];
  vi.spyOn(console, "log").mockImplementation((line) => void lines.push(String(line)));
  vi.stubEnv("SINOVIK_ADMIN_EMAIL", " Kepala@Contoh.test ");
  askAs(null);
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

const tokens = () => lines.flatMap((line) => LINK.exec(line)?.[1] ?? []);

test("several starts at once on an empty database print one link, which works", async () => {
  await Promise.all(Array.from({ length: 4 }, () => inviteFirstAdmin()));
  expect(tokens()).toHaveLength(1);
  expect(lines.filter((line) => line.includes("npm run admin -- invite kepala@contoh.test"))).toHaveLength(3);
  expect(await press(accept, { token: tokens()[0]!, ...ANSWERS })).toMatchObject({ to: "/ruang" });
  lines = [];
  await inviteFirstAdmin();
  expect(lines).toEqual([]);
});

test("an operator can always make a link for a super admin; it takes the place of the one before, and the trail tells it", async () => {
  for (let times = 0; times < 2; times += 1) await inviteSuperAdmin("Kembali@contoh.test", { name: "The address" });
  const [before, after] = tokens();
  expect(await press(accept, { token: before!, ...ANSWERS })).toMatchObject({ key: "accounts.invitation.unknown" });
  expect(await press(accept, { token: after!, ...ANSWERS })).toMatchObject({ to: "/ruang" });
  const { id } = await db.invitation.findFirstOrThrow({ where: { email: "kembali@contoh.test" } });
  const events = await db.auditEvent.findMany({ where: { subjectId: id }, orderBy: { seq: "asc" } });
  expect(events.map(({ action }) => action)).toEqual(["accounts.invite", "accounts.handOver"]);
  expect(await db.membership.count({ where: { role: "SUPER_ADMIN", user: { email: "kembali@contoh.test" } } })).toBe(1);
});

test("what is no address is refused in words", async () => {
  await expect(inviteSuperAdmin("kepala", { name: "The address" })).rejects.toThrow("The address: kepala is not an e-mail address.");
});
