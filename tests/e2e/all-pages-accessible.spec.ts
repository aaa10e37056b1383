import { randomBytes } from "node:crypto";
import { expect, test, type BrowserContext, type Page } from "@playwright/test";
import { expectAccessibleAtEveryWidth, expectNoSidewaysScroll, expectOneHeading, WIDTHS } from "../support/accessible";
import { givenAssignments } from "../support/journey-judging";
import { arriveAs, givenInvitation, givenPerson, only } from "../support/journey-people";
import { database, signInAs } from "../support/sign-in-as";

/*
 * Every page of the portal, as the person it is for: no violation that a machine can find, one first heading, no sideways scroll.
 * English pages are the same elements with longer or shorter words: every night they are examined as the Indonesian ones are.
 */

const IN_BOTH_LANGUAGES = process.env.SINOVIK_NIGHTLY === "1";

type Room = { who: string; enter: (context: BrowserContext) => Promise<string[]> };

const ROOMS: readonly Room[] = [
  { who: "a visitor", enter: asVisitor },
  { who: "an invited person and one with several roles", enter: atTheEntry },
  { who: "an innovator who writes", enter: asWriter },
  { who: "an innovator who waits", enter: asWaiting },
  { who: "an agency admin", enter: asAgencyAdmin },
  { who: "a selector", enter: asSelector },
  { who: "an evaluator", enter: asEvaluator },
  { who: "a panelist", enter: asPanelist },
  { who: "a secretariat during registration and selection", enter: asSecretariatEarly },
  { who: "a secretariat during evaluation and decision", enter: asSecretariatLate },
  { who: "a publisher", enter: asPublisher },
  { who: "a super admin", enter: asSystem },
  { who: "an auditor", enter: asAuditor },
];

test.describe.configure({ mode: "parallel" });

test.describe("in Indonesian", () => {
  for (const { who, enter } of ROOMS) {
    test(`every page of ${who} is accessible, from a telephone to a desk`, async ({ page }) => {
      test.setTimeout(180_000);
      for (const path of await pagesOf(page, enter)) {
        await open(page, path);
        await expectAccessibleAtEveryWidth(page);
      }
    });
  }
});

test.describe("in English", () => {
  // What is looked at by day stands in the page before its scripts come.
  test.use({ javaScriptEnabled: IN_BOTH_LANGUAGES });

  for (const { who, enter } of ROOMS) {
    test(`every page of ${who} has its place on a telephone`, async ({ page }) => {
      test.setTimeout(180_000);
      await page.setViewportSize(WIDTHS[0]);
      for (const path of await pagesOf(page, enter)) {
        await open(page, inEnglish(path));
        await expect(page.locator("html")).toHaveAttribute("lang", "en");
        await expectOneHeading(page);
        await expectNoSidewaysScroll(page);
        if (IN_BOTH_LANGUAGES) await expectAccessibleAtEveryWidth(page);
      }
    });
  }
});

async function pagesOf(page: Page, enter: Room["enter"]): Promise<string[]> {
  const paths = await enter(page.context());
  expect(paths.length).toBeGreaterThan(0);
  return paths;
}

async function open(page: Page, path: string): Promise<void> {
  const answer = await page.goto(path);
  expect(answer?.status(), path).toBe(path.endsWith("/tidak-ada") ? 404 : 200);
}

const inEnglish = (path: string) => `/en${path === "/" ? "" : path}`;

async function asVisitor(): Promise<string[]> {
  const innovation = await one<{ code: string }>(`select i.code from "Innovation" i join "PastResult" r on r."innovationId" = i.id where i.title like 'Call Centre 112%'`);
  const unknown = await one<{ code: string }>(`select i.code from "PublicationEntry" e join "Innovation" i on i.id = e."innovationId" order by length(e.title) desc limit 1`);
  return [
    "/", "/kompetisi", "/kompetisi/kipp-2020", "/kompetisi/kipp-2021", "/kompetisi/kipp-banyumas-2020", "/kompetisi/kipp-2020/hasil/top-99",
    "/kompetisi/kipp-banyumas-2020/hasil/top-20", "/kompetisi/kipp-2021/hasil/top-99", "/inovasi", "/inovasi?cari=puskesmas&tahun=2020",
    "/inovasi?cari=tidak-ada-yang-begini", `/inovasi/${innovation.code}`, `/inovasi/${unknown.code}`, "/masuk", "/inovasi/tidak-ada",
  ];
}

async function atTheEntry(context: BrowserContext): Promise<string[]> {
  const token = await givenInvitation({ email: `semua.halaman.${randomBytes(4).toString("hex")}@perjalanan.example`, role: "EVALUATOR", edition: "kipp-2021-seleksi" });
  await signInAs(context, "evaluator2@peragaan.example");
  return [`/undangan/${token}`, "/ruang", "/ruang?kembali=%2Fpengajuan"];
}

async function asWriter(context: BrowserContext): Promise<string[]> {
  await signInAs(context, "inovator@peragaan.example", "INNOVATOR");
  const [draft, returned] = [await proposalOfSari("DRAFT"), await proposalOfSari("RETURNED")];
  return [
    "/pengajuan", "/pengajuan/mulai", "/pengajuan/mulai?edisi=kipp-2021", `/pengajuan/${draft}`, `/pengajuan/${draft}/identitas`,
    `/pengajuan/${draft}/isi/ringkasan`, `/pengajuan/${draft}/isi/evaluasi`, `/pengajuan/${draft}/periksa`, `/pengajuan/${draft}/kirim`,
    `/pengajuan/${draft}/tanda-terima`, `/pengajuan/${returned}`, `/pengajuan/${returned}/isi/signifikansi`, `/pengajuan/${returned}/kirim`,
  ];
}

async function asWaiting(context: BrowserContext): Promise<string[]> {
  await signInAs(context, "inovator@peragaan.example", "INNOVATOR");
  const [waiting, filed] = [await proposalOfSari("AGENCY_REVIEW"), await proposalOfSari("SUBMITTED")];
  return [waiting, filed].flatMap((code) =>
    ["", "/identitas", "/isi/ringkasan", "/periksa", "/kirim", "/tanda-terima"].map((place) => `/pengajuan/${code}${place}`));
}

async function asAgencyAdmin(context: BrowserContext): Promise<string[]> {
  await signInAs(context, "admin@peragaan.example", "AGENCY_ADMIN");
  const [waiting, filed] = [await proposalOfSari("AGENCY_REVIEW"), await proposalOfSari("SUBMITTED")];
  const endorsed = await one<{ code: string }>(`${OF_PAREPARE} and s.status = 'ENDORSED' order by s.code limit 1`);
  const receipt = await one<{ number: string }>(
    `select r.number from "Receipt" r join "Agency" a on a.id = r."agencyId" join "Edition" e on e.id = r."editionId" where a.code = '73.72' and e.slug = 'kipp-2021' limit 1`);
  return [
    "/instansi-saya", "/instansi-saya?edisi=kipp-2020", "/instansi-saya/proposal?edisi=kipp-2021", "/instansi-saya/unit", "/instansi-saya/ajukan?edisi=kipp-2021",
    `/instansi-saya/ajukan?edisi=kipp-2021&langkah=periksa&pilih=${endorsed.code}`, `/instansi-saya/proposal/${waiting}`,
    `/instansi-saya/proposal/${endorsed.code}`, `/instansi-saya/proposal/${filed}`, "/instansi-saya/bukti-pengajuan", `/instansi-saya/bukti-pengajuan/${receipt.number}`,
  ];
}

async function asSelector(context: BrowserContext): Promise<string[]> {
  await signInAs(context, "verifikator@peragaan.example", "ADMIN_SELECTOR");
  const held = await one<{ code: string }>(
    `select s.code from "SelectionDecision" d join "Submission" s on s.id = d."submissionId" join "User" u on u.id = d."takenById"
     where u.email = 'verifikator@peragaan.example' and d.outcome is null limit 1`);
  const [decided, second] = [await selected(`d.outcome = 'PASS'`), await selected(`d.outcome = 'FAIL' and d."secondById" is null`)];
  return [
    "/verifikasi", "/verifikasi?status=saya", "/verifikasi?status=kedua", "/verifikasi?status=selesai", "/verifikasi?tanda=AGE", `/verifikasi/${held.code}`,
    `/verifikasi/${held.code}/putusan`, `/verifikasi/${decided}`, `/verifikasi/${decided}/putusan`, `/verifikasi/${second}/putusan`, "/verifikasi/rekap",
  ];
}

async function asEvaluator(context: BrowserContext): Promise<string[]> {
  await signInAs(context, "evaluator@peragaan.example", "EVALUATOR");
  const sheet = (condition: string) => one<{ id: string }>(
    `select a.id from "Assignment" a join "User" u on u.id = a."judgeId" left join "Review" r on r."assignmentId" = a.id
     where u.email = 'evaluator@peragaan.example' and a."recusedAt" is null and ${condition} order by a.id limit 1`);
  const [open, finished] = [await sheet(`r."finishedAt" is null`), await sheet(`r."finishedAt" is not null`)];
  return ["/penilaian", "/penilaian?tampil=selesai", "/penilaian?tampil=dilewati", "/penilaian/pernyataan", "/penilaian/pernyataan?cari=dinas+kesehatan",
    `/penilaian/${open.id}`, `/penilaian/${open.id}?periksa=1`, `/penilaian/${finished.id}`];
}

async function asPanelist(context: BrowserContext): Promise<string[]> {
  const newcomer = await givenPerson({ role: "PANELIST", name: "Panel Semua Halaman", edition: "kipp-banyumas-2020" });
  const [entry] = await givenAssignments(newcomer, { edition: "kipp-banyumas-2020", stage: "presentasi", count: 1 });
  await arriveAs(context, newcomer);
  return ["/penilaian", `/penilaian/${entry?.id}`, "/penilaian/pernyataan"];
}

async function asSecretariatEarly(context: BrowserContext): Promise<string[]> {
  await arriveAs(context, await givenPerson({ role: "SECRETARIAT", name: "Sekretariat Awal", edition: "kipp-2021-seleksi" }));
  const { code } = await one<{ code: string }>(`select s.code from "Submission" s join "Edition" e on e.id = s."editionId" where e.slug = 'kipp-2021-seleksi' order by s.code limit 1`);
  return ["/kelola", "/kelola/kipp-2021-seleksi/peserta", "/kelola/kipp-2021-seleksi/proposal", "/kelola/kipp-2021-seleksi/proposal?cari=tidak-ada-yang-begini",
    "/kelola/kipp-2021-seleksi/proposal?tampil=dibatalkan",
    `/kelola/kipp-2021-seleksi/proposal/${code}`, "/verifikasi", "/verifikasi/rekap", "/kelola/kipp-2021-seleksi/tahapan", "/kelola/kipp-2021-seleksi/penugasan?tahap=penilaian"];
}

async function asSecretariatLate(context: BrowserContext): Promise<string[]> {
  await arriveAs(context, await givenPerson({ role: "SECRETARIAT", name: "Sekretariat Akhir", edition: "kipp-banyumas-2020" }));
  const edition = "/kelola/kipp-banyumas-2020";
  return ["/kelola", `${edition}/penugasan?tahap=penilaian`, `${edition}/penugasan?tahap=presentasi`, `${edition}/penugasan?tahap=presentasi&susun=1&benih=uji`,
    `${edition}/penugasan/pembaca?tahap=penilaian`,
    `${edition}/peringkat?hasil=top-20`, `${edition}/peringkat?hasil=top-10`, `${edition}/penetapan/top-20`, `${edition}/penetapan/top-10`];
}

async function asPublisher(context: BrowserContext): Promise<string[]> {
  await arriveAs(context, await givenPerson({ role: "PUBLISHER", name: "Penerbit Semua Halaman", edition: "kipp-2020" }));
  return ["/kelola", "/kelola/kipp-2020/peringkat?hasil=top-99", "/kelola/kipp-2020/penetapan/top-45", "/kelola/kipp-2020/terbitkan/top-99", "/kelola/kipp-2020/terbitkan/top-45"];
}

async function asSystem(context: BrowserContext): Promise<string[]> {
  await arriveAs(context, await givenPerson({ role: "SUPER_ADMIN", name: "Sistem Semua Halaman" }));
  return ["/sistem/pengguna", "/sistem/pengguna?cari=peragaan", "/sistem/instansi", "/sistem/instansi?cari=parepare", "/kelola/baru"];
}

async function asAuditor(context: BrowserContext): Promise<string[]> {
  await signInAs(context, "auditor@peragaan.example", "AUDITOR");
  return ["/audit", "/audit?jenis=results.publish", "/audit?jenis=tidak-ada", "/audit?rantai=1"];
}

const OF_PAREPARE = `select s.code from "Submission" s join "Edition" e on e.id = s."editionId" join "Agency" a on a.id = s."agencyId"
  where e.slug = 'kipp-2021' and a.code = '73.72'`;

async function proposalOfSari(status: string): Promise<string> {
  const { code } = await one<{ code: string }>(
    `select s.code from "Submission" s join "Edition" e on e.id = s."editionId" join "User" u on u.id = s."ownerId"
     where e.slug = 'kipp-2021' and u.email = 'inovator@peragaan.example' and s.status = '${status}' order by s.code limit 1`);
  return code;
}

async function selected(condition: string): Promise<string> {
  const { code } = await one<{ code: string }>(
    `select s.code from "SelectionDecision" d join "Submission" s on s.id = d."submissionId" join "Edition" e on e.id = d."editionId"
     join "User" u on u.id = d."takenById" where e.slug = 'kipp-2021-seleksi' and ${condition} order by s.code limit 1`);
  return code;
}

async function one<Row extends object>(query: string): Promise<Row> {
  const { rows } = await database.query<Row>(query);
  return only(rows, query);
}
