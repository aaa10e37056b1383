import { askAs } from "#tests/support/request";
import { press } from "#tests/support/press";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openSession } from "@/lib/auth/session";
import { db } from "@/lib/db";
import { inviteToGroup } from "@/modules/competition/actions";
import { signIn } from "@/modules/accounts/actions";

type Place = { [key: symbol]: Map<string, unknown> | undefined };
const PLACE = Symbol.for("sinovik.forms");
const place = globalThis as unknown as Place;
const REQUEST = { requestId: "r-1" };

beforeEach(() => void (place[PLACE] = new Map()));
afterEach(() => void (place[PLACE] = undefined));

test("a refused form without a script is told to the web server under its request, and its state knows it", async () => {
  askAs(null, REQUEST);
  const state = await press(inviteToGroup, { slug: "kipp-2021" });
  expect(state).toMatchObject({ status: "refused", key: "common.errors.signedOut", answers: "r-1" });
  expect(place[PLACE]?.get("r-1")).toEqual({
    outcome: "refused", title: "Tidak berhasil", because: [expect.stringContaining("Sesi Anda sudah berakhir")], key: "common.errors.signedOut",
  });
});

test("a form with errors is told too, also at a door for everybody", async () => {
  askAs(null, REQUEST);
  expect(await press(signIn, { email: "" })).toMatchObject({ status: "invalid", answers: "r-1" });
  expect(place[PLACE]?.get("r-1")).toMatchObject({ outcome: "refused", key: "invalid" });
});

test("with a script nothing is told", async () => {
  askAs(null, { ...REQUEST, isScripted: true });
  expect(await press(inviteToGroup, { slug: "kipp-2021" })).toMatchObject({ status: "refused", answers: undefined });
  expect(place[PLACE]?.size).toBe(0);
});

test("a form of one person's page is carried by nobody else, whatever the form", async () => {
  const { id } = await db.user.create({ data: { email: "lain@contoh.test", name: "Lain", memberships: { create: { role: "SUPER_ADMIN" } } } });
  askAs(await openSession(id), REQUEST);
  expect(await press(inviteToGroup, { slug: "kipp-2021", $writer: "00000000-0000-4000-8000-000000000001" })).toMatchObject({ key: "common.errors.otherPerson" });
  expect(await press(inviteToGroup, { slug: "kipp-2021", group: "x", agency: "y", $writer: id })).toMatchObject({ key: "common.errors.notFound" });
});
