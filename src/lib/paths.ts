/** Every address of the portal, once. Indonesian words; English is `/en` before the same path. */
export const paths = {
  home: () => "/",
  competitions: () => "/kompetisi",
  edition: (slug: string) => `/kompetisi/${slug}`,
  result: (slug: string, result: string) => `/kompetisi/${slug}/hasil/${result}`,
  resultFile: (slug: string, result: string, file: string) => `/kompetisi/${slug}/hasil/${result}/${file}`,
  innovations: () => "/inovasi",
  innovation: (code: string) => `/inovasi/${code}`,

  signIn: (back?: string) => (back ? `/masuk?kembali=${encodeURIComponent(back)}` : "/masuk"),
  invitation: (token: string) => `/undangan/${token}`,
  newPassword: (token: string) => `/kata-sandi/${token}`,
  workspaces: (back?: string) => (back ? `/ruang?kembali=${encodeURIComponent(back)}` : "/ruang"),

  submissions: () => "/pengajuan",
  startSubmission: () => "/pengajuan/mulai",
  submission: (code: string) => `/pengajuan/${code}`,
  /** `from` is where saving leads back to. */
  identity: (code: string, from?: "periksa") => withQuery(`/pengajuan/${code}/identitas`, { dari: from }),
  section: (code: string, section: string, from?: "periksa") => withQuery(`/pengajuan/${code}/isi/${section}`, { dari: from }),
  sectionHistory: (code: string, section: string) => `/pengajuan/${code}/isi/${section}/riwayat`,
  /** Asked by the script of a section's page. */
  autosave: () => "/api/jawaban",
  /** Asked by open pages: when registration closes. */
  deadline: () => "/api/tenggat",
  registrationDeadline: () => "/api/tenggat/edisi",
  checkAnswers: (code: string) => `/pengajuan/${code}/periksa`,
  send: (code: string) => `/pengajuan/${code}/kirim`,
  withdrawal: (code: string) => `/pengajuan/${code}/batal`,
  receiptOf: (code: string) => `/pengajuan/${code}/tanda-terima`,

  agencyDesk: () => "/instansi-saya",
  agencyUnits: () => "/instansi-saya/unit",
  agencySubmissions: () => "/instansi-saya/proposal",
  agencySubmission: (code: string) => `/instansi-saya/proposal/${code}`,
  fileSubmissions: () => "/instansi-saya/ajukan",
  filingStep: (edition: string, step: "pilih" | "periksa", codes: readonly string[]) =>
    `/instansi-saya/ajukan?${new URLSearchParams([["edisi", edition], ["langkah", step], ...codes.map((code) => ["pilih", code])])}`,
  receipts: () => "/instansi-saya/bukti-pengajuan",
  receipt: (number: string) => `/instansi-saya/bukti-pengajuan/${number}`,

  selection: () => "/verifikasi",
  selectionOf: (code: string) => `/verifikasi/${code}`,
  selectionDecision: (code: string) => `/verifikasi/${code}/putusan`,
  selectionSummary: () => "/verifikasi/rekap",

  judging: () => "/penilaian",
  integrityPact: () => "/penilaian/pernyataan",
  scoringRoom: (assignmentId: string) => `/penilaian/${assignmentId}`,
  visits: () => "/penilaian/kunjungan",
  visit: (assignmentId: string) => `/penilaian/kunjungan/${assignmentId}`,
  saveMarks: () => "/api/nilai",

  organiserDesk: () => "/kelola",
  newEdition: (copyOf?: string) => (copyOf ? `${withQuery("/kelola/baru", { dari: copyOf })}#file` : "/kelola/baru"),
  rulesFile: (slug: string) => `/kelola/${slug}/aturan.yaml`,
  replaceRules: (slug: string) => `${withQuery("/kelola/baru", { ganti: slug })}#file`,
  editionDraft: (id: string) => `/kelola/baru/${id}`,
  draftPreview: (id: string) => `/kelola/baru/${id}/pratinjau`,
  withdrawEdition: (slug: string) => `/kelola/${slug}/tarik`,
  organiserRules: (slug: string) => `/kelola/${slug}/aturan`,
  organiserStages: (slug: string) => `/kelola/${slug}/tahapan`,
  organiserPeople: (slug: string) => `/kelola/${slug}/peserta`,
  organiserSubmissions: (slug: string) => `/kelola/${slug}/proposal`,
  organiserSubmission: (slug: string, code: string) => `/kelola/${slug}/proposal/${code}`,
  assignments: (slug: string, stage?: string) => withQuery(`/kelola/${slug}/penugasan`, { tahap: stage }),
  /** Who reads what; the query is that of its page. */
  readers: (slug: string, query: Record<string, string | number | undefined> = {}) => withQuery(`/kelola/${slug}/penugasan/pembaca`, query),
  ranking: (slug: string, result?: string) => withQuery(`/kelola/${slug}/peringkat`, { hasil: result }),
  rankingFile: (slug: string, query: { hasil: string; kelompok?: string; kategori?: string }, file: "data.csv" | "lembar.csv" | "lembar.xlsx" | "nilai.csv" = "data.csv") =>
    withQuery(`/kelola/${slug}/peringkat/${file}`, query),
  /** A frozen ranking as it was hashed; `hasil` and `versi` say which. */
  snapshotRecord: (slug: string) => `/kelola/${slug}/peringkat/rekaman.json`,
  decisionSet: (slug: string, result: string) => `/kelola/${slug}/penetapan/${result}`,
  publish: (slug: string, result: string) => `/kelola/${slug}/terbitkan/${result}`,

  systemAgencies: () => "/sistem/instansi",
  systemUsers: () => "/sistem/pengguna",
  audit: () => "/audit",
} as const;

/** Where each workspace begins. */
export const workspaceHome = {
  innovator: paths.submissions(),
  agency: paths.agencyDesk(),
  selector: paths.selection(),
  judge: paths.judging(),
  organiser: paths.organiserDesk(),
  system: paths.systemUsers(),
  auditor: paths.audit(),
} as const;

/** A path with its query; undefined and empty values are left out. */
export function withQuery(path: string, query: Record<string, string | number | undefined>): string {
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) if (value !== undefined && value !== "") search.set(key, String(value));
  const text = search.toString();
  return text ? `${path}?${text}` : path;
}

export const LOCALES = ["id", "en"] as const;
export type Locale = (typeof LOCALES)[number];

/** The same address in a language. */
export function localised(path: string, locale: Locale): string {
  if (locale === "id" || !path.startsWith("/")) return path;
  return path === "/" ? "/en" : `/en${path}`;
}

/** Nobody's (RFC 2606): what leads to any other host does not lead here. */
const HERE = "http://sini.invalid";
/** What no address of ours holds: a slash that another reader of addresses could take for the start of a host, as it is or encoded. */
const AMBIGUOUS = /\/\/|\\|%(?:[01][0-9a-f]|25|2f|5c|7f)/i;

/**
 * An address that came from outside, as a path of this portal. In: what was asked for. Out: the path as a browser resolves
 * it, without its dots; nothing for another host, another protocol, control characters, and whatever could be read as such.
 */
export function ownPath(asked: string): string | undefined {
  if (!/^\/[\x21-\x7e]*$/.test(asked) || !URL.canParse(asked, HERE)) return undefined;
  const { origin, pathname, search, hash } = new URL(asked, HERE);
  return origin === HERE && !AMBIGUOUS.test(pathname) ? pathname + search + hash : undefined;
}

/**
 * Where a form leads that leads to the page it stands on. In: the wanted address, the present one, the time. Out: an address
 * that differs: the framework's client takes one that differs only by the fragment of a link in the page (`#…`) for a jump
 * within what is already there, and would go on showing what has just changed.
 */
export function anewAt(wanted: string, present: string, now: Date): string {
  if (wanted !== present) return wanted;
  return `${wanted}${wanted.includes("?") ? "&" : "?"}segar=${now.getTime().toString(36)}`;
}
