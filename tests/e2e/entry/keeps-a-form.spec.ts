import { expect, test, type Page } from "@playwright/test";
import { expectAccessible } from "../../support/accessible";
import { endSessionsOf, expectHeld, FORMS, givenAPageFromBeforeAnUpdate, press, writeIn } from "../../support/journey-forms";
import { arriveAs, only } from "../../support/journey-people";
import { database } from "../../support/sign-in-as";
import { givenScriptsThatTakeLong } from "../../support/slow-scripts";

// The page that holds a form lets nothing in, also not what looks at it here.
test.use({ bypassCSP: true });

test("words that were sent before the page's script was there outlive the session", async ({ page, context }) => {
  const form = await FORMS.identity!(context);
  await arriveAs(context, form.person);
  const letScriptsCome = await givenScriptsThatTakeLong(page);
  await page.goto(form.path, { waitUntil: "commit" });
  await page.getByRole("button", { name: form.button }).waitFor();
  const written = await writeIn(page, form);
  await endSessionsOf(form.person);
  await press(page, form);
  letScriptsCome();
  await expectHeld(page, written, "Sesi Anda sudah berakhir");
  await expectAccessible(page);
  await page.setViewportSize({ width: 360, height: 740 });
  await expectAccessible(page);
});

test("with the script there the words stay on the page of a session that has ended, and are stored after signing in", async ({ page, context }) => {
  const form = await FORMS.identity!(context);
  await arriveAs(context, form.person);
  await page.goto(form.path);
  await page.getByLabel("Judul inovasi").fill("Judul sesudah sesi");
  await endSessionsOf(form.person);
  await press(page, form);
  await expect(page.getByRole("main").getByRole("alert")).toContainText("Sesi Anda sudah berakhir");
  await expect(page.getByLabel("Judul inovasi")).toHaveValue("Judul sesudah sesi");
  await arriveAs(context, form.person);
  await press(page, form);
  await expect(page).not.toHaveURL(/\/identitas$/);
  const { rows } = await database.query(`select title from "Submission" where id = $1`, [form.proposal]);
  expect(only(rows, "the proposal")).toEqual({ title: "Judul sesudah sesi" });
});

test("of two tabs with one sheet the later one is told, and writes nothing over", async ({ page, context }) => {
  const form = await FORMS["scoring sheet"]!(context);
  await arriveAs(context, form.person);
  const other = await context.newPage();
  for (const tab of [page, other]) {
    await tab.goto(form.path);
    // Its script is there, and has looked at what this device keeps: nothing of the other tab yet.
    await expect(tab.getByRole("group", { name: /^Pilih tingkat / }).first()).toBeVisible();
  }
  const markIn = (tab: Page) => tab.locator('input[id^="field-marks-"]').first();
  await markIn(page).fill("80");
  await expect(page.getByRole("status").filter({ hasText: /Tersimpan \d{2}\.\d{2} WIB/ })).toBeVisible();
  await markIn(other).fill("70");
  await expect(other.getByText(/berubah di tab atau perangkat lain/).first()).toBeVisible();
  const { rows } = await database.query<{ mark: number }>(
    `select s.mark from "Score" s join "Assignment" a on a.id = s."assignmentId" where a."judgeId" = $1 and s.mark is not null`, [form.person.id]);
  expect(rows).toEqual([{ mark: 80 }]);
});

test("a page from before an update says so, takes its words along over the reload, and sends them", async ({ page, context }) => {
  const form = await FORMS.identity!(context);
  await arriveAs(context, form.person);
  await page.goto(form.path);
  const update = await givenAPageFromBeforeAnUpdate(page);
  await page.getByLabel("Judul inovasi").fill("Judul sebelum pembaruan");
  await press(page, form);
  await expect(page.getByRole("alert").first()).toContainText("Portal baru diperbarui");
  await expectAccessible(page);
  await update();
  await page.getByRole("button", { name: "Muat ulang" }).click();
  await expect(page.getByText("Portal baru diperbarui")).toHaveCount(0);
  await expect(page.getByLabel("Judul inovasi")).toHaveValue("Judul sebelum pembaruan");
  await press(page, form);
  await expect(page).not.toHaveURL(/\/identitas$/);
  const { rows } = await database.query(`select title from "Submission" where id = $1`, [form.proposal]);
  expect(only(rows, "the proposal")).toEqual({ title: "Judul sebelum pembaruan" });
});

test("a remark of exactly its maximum with sixty line breaks is saved by the button, and what Word pastes becomes a line break", async ({ page, context }) => {
  const form = await FORMS["scoring sheet"]!(context);
  await arriveAs(context, form.person);
  await page.goto(form.path);
  const remark = `Tujuan${"\n".repeat(60)}`.padEnd(4_000, "a");
  const boxes = page.locator('textarea[name^="remarks."]');
  await boxes.first().fill(remark);
  await boxes.nth(1).fill("Tenaga: 12 orang\u000bAnggaran\u0007");
  for (const mark of await page.locator('input[id^="field-marks-"]').all()) await mark.fill("75");
  await press(page, form);
  await expect(page.getByText("1 dari 1 selesai")).toBeVisible();
  const { rows } = await database.query<{ remark: string }>(
    `select s.remark from "Score" s join "Assignment" a on a.id = s."assignmentId" where a."judgeId" = $1 and s.remark is not null order by length(s.remark) desc`,
    [form.person.id]);
  expect(rows.map((row) => row.remark).slice(0, 2)).toEqual([remark, "Tenaga: 12 orang\nAnggaran"]);
});
