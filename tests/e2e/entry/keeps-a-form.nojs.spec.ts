import { expect, test } from "@playwright/test";
import { endSessionsOf, expectHeld, FORMS, givenAPageFromBeforeAnUpdate, press, writeIn } from "../../support/journey-forms";
import { arriveAs, givenPerson, only } from "../../support/journey-people";
import { database } from "../../support/sign-in-as";

for (const [name, given] of Object.entries(FORMS))
  test(`without JavaScript, ${name}: a session that has ended costs no word, and one press goes on after signing in`, async ({ page, context }) => {
    const form = await given(context);
    await arriveAs(context, form.person);
    await page.goto(form.path);
    const written = await writeIn(page, form);
    await endSessionsOf(form.person);
    await press(page, form);
    await expectHeld(page, written, "Sesi Anda sudah berakhir");
    await expect(page.getByRole("link", { name: /^Masuk/ })).toHaveAttribute("href", `/masuk?kembali=${encodeURIComponent(form.path)}`);

    await arriveAs(context, form.person);
    await page.getByRole("button", { name: "Kirim lagi" }).click();
    // Taken, or shown again in its own page with what is wrong about it.
    await expect(page.getByRole("banner").first()).toBeVisible();
    await expect(page.getByRole("button", { name: "Kirim lagi" })).toHaveCount(0);
  });

test("without JavaScript the words that were sent after signing in are stored", async ({ page, context }) => {
  const form = await FORMS.section!(context);
  await arriveAs(context, form.person);
  await page.goto(form.path);
  await page.getByRole("textbox").fill("Baris satu\nBaris dua");
  await endSessionsOf(form.person);
  await press(page, form);
  await arriveAs(context, form.person);
  await page.getByRole("button", { name: "Kirim lagi" }).click();
  await expect(page).not.toHaveURL(/\/isi\/dampak$/);
  const { rows } = await database.query(`select body from "Answer" where "submissionId" = $1 and "sectionKey" = 'dampak'`, [form.proposal]);
  expect(only(rows, "the answer")).toEqual({ body: "Baris satu\nBaris dua" });
});

test("without JavaScript a proposal that has been sent meanwhile shows the words that were refused, beside the reason", async ({ page, context }) => {
  const form = await FORMS.section!(context);
  await arriveAs(context, form.person);
  await page.goto(form.path);
  const written = await writeIn(page, form);
  await database.query(`update "Submission" set status = 'AGENCY_REVIEW', "statusAt" = now() where id = $1`, [form.proposal]);
  await press(page, form);
  await expectHeld(page, written, /sudah dikirim|tidak bisa diubah|tidak dapat diubah/);
});

test("without JavaScript a role that was taken away costs no word", async ({ page, context }) => {
  const form = await FORMS["agency notes"]!(context);
  await arriveAs(context, form.person);
  await page.goto(form.path);
  const written = await writeIn(page, form);
  await database.query(`update "Membership" set "endedAt" = now() where "userId" = $1`, [form.person.id]);
  await press(page, form);
  await expectHeld(page, written, "tidak ada, atau bukan untuk akun ini");
});

test("without JavaScript the words of one person are stored by no other, and shown to none", async ({ page, context }) => {
  const form = await FORMS.identity!(context);
  await arriveAs(context, form.person);
  await page.goto(form.path);
  const written = await writeIn(page, form);
  const { rows } = await database.query<{ code: string }>(
    `select a.code from "Membership" m join "Agency" a on a.id = m."agencyId" where m."userId" = $1`, [form.person.id]);
  await arriveAs(context, await givenPerson({ role: "INNOVATOR", name: "Rekan Isian", agency: only(rows, "the unit").code }));
  await press(page, form);
  await expectHeld(page, written, "Akun lain sedang masuk di peramban ini");
  await page.goto(form.path);
  await expect(page.getByLabel("Judul inovasi")).toHaveValue("Formulir Tertahan");
});

test("without JavaScript a form from before an update keeps its words, and one press sends them", async ({ page, context }) => {
  const form = await FORMS.section!(context);
  await arriveAs(context, form.person);
  await page.goto(form.path);
  const written = await writeIn(page, form);
  const update = await givenAPageFromBeforeAnUpdate(page);
  await press(page, form);
  await expectHeld(page, written, "Formulir ini berasal dari sebelum pembaruan");
  await update();
  await page.getByRole("button", { name: "Kirim lagi" }).click();
  await expect(page).not.toHaveURL(/\/isi\/dampak$/);
  const { rows } = await database.query(`select body from "Answer" where "submissionId" = $1 and "sectionKey" = 'dampak'`, [form.proposal]);
  expect(only(rows, "the answer")).toEqual({ body: written[0] });
});

test("without JavaScript what is not found is a page to read, and a proposal's address asks to sign in", async ({ page }) => {
  await page.goto("/inovasi/INO-2018-XXXXXX");
  await expect(page.getByRole("heading", { level: 1, name: "Halaman tidak ditemukan" })).toBeVisible();
  for (const code of ["INV-2021-0DKTVH", "INV-2021-ZZZZZZ"]) {
    await page.goto(`/pengajuan/${code}`);
    await expect(page.getByRole("heading", { level: 1, name: "Mungkin Anda perlu masuk" })).toBeVisible();
    await expect(page.getByRole("main").getByRole("link", { name: "Masuk" })).toHaveAttribute("href", `/masuk?kembali=${encodeURIComponent(`/pengajuan/${code}`)}`);
  }
});
