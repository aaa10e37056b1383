import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { publicationFiles } from "./publication-files";
import { notAnnouncedPage } from "./page-words";
import { sha256Of } from "../queries/snapshot-hash";
import type { ListedEntry } from "../domain/listed";
import type { PublicationContent } from "../domain/published-data";
import { smallPage } from "../domain/published-page";
import { TOKENS } from "../domain/published-style";

const entry = (number: number, overrides: Partial<ListedEntry> = {}): ListedEntry => ({
  code: `INV-2020-${number}`, submissionId: "", innovationId: "", innovationCode: `INO-2020-${String(number).padStart(5, "0")}`,
  title: `Layanan terpadu bagi warga di pesisir dan pulau kecil, tahap ${number * 7919}`,
  unitName: `Dinas Kesehatan dan Keluarga Berencana nomor ${number * 104729}`, agencyName: `Pemerintah Kabupaten Percobaan ${number * 1299709}`,
  province: `Provinsi ${number % 38}`, levelKey: "top-99", group: { id: "Kelompok umum", en: "General group" },
  category: { id: "Perlindungan dan pelestarian lingkungan hidup", en: "Environment" }, ...overrides,
});

const content = (overrides: Partial<PublicationContent> = {}): PublicationContent => ({
  edition: { slug: "kipp-2020", code: "KIPP-2020", year: 2020, name: { id: "KIPP 2020", en: "KIPP 2020" } },
  organizer: "Kementerian", result: { key: "top-99", name: { id: "Top 99", en: "Top 99" } }, isDemo: true, version: 1, state: "PROVISIONAL",
  decree: { number: "", date: "" }, publishedAt: "2020-07-02T03:00:00.000Z",
  snapshotSha256: "5".repeat(64), auditHead: { seq: 178, hash: "a".repeat(64) }, replaces: null,
  levels: [{ key: "top-99", name: { id: "Top 99", en: "Top 99" }, entries: [entry(1)] }], ...overrides,
});

const filesOf = (overrides: Partial<PublicationContent> = {}) => publicationFiles(content(overrides), { zone: "Asia/Jakarta", hash: sha256Of });
const withEntry = (overrides: Partial<ListedEntry>) =>
  filesOf({ levels: [{ key: "top-99", name: { id: "Top 99", en: "Top 99" }, entries: [entry(1, overrides)] }] });

describe("the published page", () => {
  it("says first that a list without a decree is provisional, in the title, on the page and on paper", () => {
    const page = filesOf().HTML_ID;
    expect(page).toContain("<title>SEMENTARA: Top 99 · KIPP 2020</title>");
    expect(page.indexOf("Daftar sementara. Bukan penetapan.", page.indexOf("<main"))).toBeLessThan(page.indexOf("<h1"));
    expect(page).toContain('class="stamp" aria-hidden="true">SEMENTARA<');
  });

  it("names the decree of a final list and carries no mark of a provisional one", () => {
    const page = filesOf({ state: "FINAL", decree: { number: "192/2020", date: "2020-07-02" } }).HTML_ID;
    expect(page).toContain("Ditetapkan dengan Keputusan Nomor 192/2020 tanggal 2 Juli 2020.");
    expect(page).not.toContain("SEMENTARA");
  });

  it("is written in both languages and leads from each to the other", () => {
    const { HTML_ID, HTML_EN } = filesOf();
    expect(HTML_ID).toContain('<html lang="id">');
    expect(HTML_ID).toContain('href="/en/kompetisi/kipp-2020/hasil/top-99"');
    expect(HTML_EN).toContain('<html lang="en">');
    expect(HTML_EN).toContain("Provisional list. Not a decision.");
    expect(HTML_EN).toContain('href="/en/inovasi/INO-2020-00001"');
  });

  it("has one heading of the first rank, one main part, and no script", () => {
    const page = filesOf().HTML_ID;
    expect(page.match(/<h1/g)).toHaveLength(1);
    expect(page.match(/<main/g)).toHaveLength(1);
    expect(page).not.toMatch(/<script|javascript:|\son[a-z]+=/i);
  });

  it("shows what people wrote as text, with its direction kept inside", () => {
    const page = withEntry({ title: '<script>alert("x")</script> שלום', unitName: "<img src=x onerror=y>" }).HTML_ID;
    expect(page).toContain("<bdi>&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; שלום</bdi>");
    expect(page).not.toMatch(/<script|<img/i);
  });

  it("shows the time in the edition's zone and the hashes of both data files", () => {
    const { HTML_ID, CSV, JSON: data } = filesOf();
    expect(HTML_ID).toContain("2 Juli 2020 pukul 10.00 WIB");
    expect(HTML_ID).toContain(sha256Of(CSV));
    expect(HTML_ID).toContain(sha256Of(data));
  });

  it("leads to the versions before it", () => {
    const page = filesOf({ version: 2 }).HTML_ID;
    expect(page).toContain('href="/kompetisi/kipp-2020/hasil/top-99?versi=1"');
    expect(page).toContain("data-v2.csv");
  });

  it("carries the hash of the frozen ranking and the head of the audit chain, in every file", () => {
    const { HTML_ID, HTML_EN, CSV, JSON: data } = filesOf();
    for (const body of [HTML_ID, HTML_EN, CSV, data]) {
      expect(body).toContain("5".repeat(64));
      expect(body).toContain("178");
      expect(body).toContain("a".repeat(64));
    }
  });

  it("says what it changes from the version before, and why", () => {
    const named = (code: string, title: string) => ({
      code, title, unitName: "Puskesmas <Satu>", agencyName: "Kabupaten", levelKey: "top-99", level: { id: "Top 99", en: "Top 99" },
    });
    const changes = {
      entered: [named("A", "Masuk belakangan")], left: [named("B", "Keluar & selesai")],
      moved: [{ ...named("C", "Berpindah"), before: { id: "Top 45", en: "Top 45" } }],
    };
    const page = filesOf({ version: 2, replaces: { version: 1, state: "PROVISIONAL", reason: "Keberatan <dikabulkan>.", changes } }).HTML_ID;
    expect(page).toContain("Yang berubah dari versi 1");
    expect(page).toContain("Keberatan &lt;dikabulkan&gt;.");
    expect(page).toContain("Perubahan · versi 2");
    expect(page, "its code stands beside each").toContain('<span class="meta">B. <bdi>Puskesmas &lt;Satu&gt;, Kabupaten</bdi>. Top 99</span>');
    for (const words of ["Masuk belakangan", "Keluar &amp; selesai", "Berpindah", "Puskesmas &lt;Satu&gt;"]) expect(page).toContain(words);
    const same = { entered: [], left: [], moved: [] };
    const decreed = filesOf({ version: 2, replaces: { version: 1, state: "PROVISIONAL", reason: "", changes: same } }).HTML_ID;
    expect(decreed).toContain("Isi daftar sama dengan versi 1.");
    const right = filesOf({ version: 3, state: "FINAL", replaces: { version: 2, state: "FINAL", reason: "Salah ketik.", changes } });
    expect(right.HTML_ID).toContain("<strong>Pembetulan · versi 3</strong>");
    expect(right.HTML_EN).toContain("<strong>Correction · version 3</strong>");
  });

  it("says that a demonstration is one", () => {
    expect(filesOf().HTML_ID).toContain("PERAGAAN");
    expect(filesOf({ isDemo: false }).HTML_ID).not.toContain("PERAGAAN");
  });

  it("costs a reader of 114 entries less than 60 KB with everything it loads", () => {
    const entries = Array.from({ length: 114 }, (_, index) => entry(index));
    const page = filesOf({ levels: [{ key: "top-99", name: { id: "Top 99", en: "Top 99" }, entries }] }).HTML_ID;
    const loaded = [...page.matchAll(/(?:href|src)="(\/(?:fonts|icon)[^"]*)"/g)].map(([, path]) => path!);
    expect(new Set(loaded)).toEqual(new Set(["/icon.svg", "/fonts/source-sans-3-latin.woff2"]));
    const others = [...new Set(loaded)].reduce((sum, path) => sum + readFileSync(`public${path}`).length, 0);
    expect(gzipSync(page).length + others).toBeLessThan(60_000);
  });

  it("wears the portal's own colours", () => {
    const portal = readFileSync("src/app/globals.css", "utf8");
    for (const [name, value] of Object.entries(TOKENS)) expect(portal).toContain(`--color-${name}: ${value};`);
  });
});

describe("the data files", () => {
  it("name the columns in English and keep a zero at the start", () => {
    const table = withEntry({ title: "007 Puskesmas" }).CSV;
    expect(table.startsWith("\ufefflevel,title,unit,agency,province,group,category,code,innovation,year,state,version,ranking_sha256,audit_seq,audit_hash\r\n")).toBe(true);
    expect(table).toContain("007 Puskesmas");
  });

  it.each(["=1+1", "+62", "-2", "@SUM(A1)", "\tx", "\rx"])("never hand a spreadsheet the formula %j", (title) => {
    expect(withEntry({ title }).CSV).toContain(`'${title}`);
  });

  it("say that a national agency has no province", () => {
    const { entries } = JSON.parse(withEntry({ province: "" }).JSON).levels[0] as { entries: { province: string | null }[] };
    expect(entries[0]!.province).toBeNull();
  });

  it("are the same bytes for the same publication", () => {
    expect(filesOf()).toEqual(filesOf());
  });
});

describe("the page before a publication", () => {
  const pageDue = (at: string | null) =>
    smallPage(notAnnouncedPage({ edition: "KIPP 2020", result: "Top 99", slug: "kipp-2020", key: "top-99", at }, "id"));

  it("says that there is no list, and nothing else", () => {
    expect(pageDue(null)).toContain("Top 99 belum diumumkan");
    expect(pageDue(null)).toContain("saat penyelenggara mengumumkannya");
    expect(pageDue(null)).toContain("Tidak ada daftar sebelum waktu itu.");
  });

  it("says when, where the timetable knows the day", () => {
    expect(pageDue("18 Juni 2020")).toContain("Menurut jadwal, hasil KIPP 2020 diumumkan pada 18 Juni 2020 di alamat ini.");
  });
});
