import { db } from "@/lib/db";
import { paths } from "@/lib/paths";
import { fileSubmissions, review } from "@/modules/submission/actions/filing";
import { saveIdentity, saveSection, sendToAgency, startSubmission } from "@/modules/submission/actions/writing";
import { signersOf } from "@/modules/submission/domain/signers";
import { loadAgencyReading, loadAgencyReceipt, loadFiling } from "@/modules/submission/loaders/filing";
import { loadSection, loadStart, loadSubmission } from "@/modules/submission/loaders/writing";
import { open, see, send, told } from "./at-doors";
import type { Agency, Idea, Writer } from "./city";

/**
 * Answers who may enter, starts, writes section after section and sends to the agency; gives the proposal's code. With `atOnce` the
 * sections are filled behind the doors, where another entry was written through them before.
 */
export async function writeAndSend(edition: string, writer: Writer, { atOnce = false } = {}): Promise<string> {
  const code = await start(edition, writer);
  await nameVideo(code, writer);
  await (atOnce ? fillSections : writeSections)(code, writer);
  await sendOn(code, writer);
  return code;
}

/** The admin reads and endorses what waits, then files all of it at once; gives the receipt as its page shows it. */
export async function endorseAndFile(edition: string, { admin }: Agency, codes: readonly string[]) {
  for (const code of codes) {
    const reading = await see(admin, loadAgencyReading, { code, query: {} });
    await send(admin, review, { code, version: String(reading.version), decide: "endorse", "confirm[]": reading.confirmationsAsked, basis: "Surat asli sudah dilihat" });
  }
  const { key, list } = await see(admin, loadFiling, { query: { edisi: edition, langkah: "periksa", pilih: codes } });
  const ready = list!.endorsed.map(({ code }) => code);
  const address = await send(admin, fileSubmissions, { edition, key, "codes[]": ready });
  const number = address.split("?")[0]!.split("/").at(-1)!;
  return see(admin, loadAgencyReceipt, { number, query: { hasil: key } });
}

const claimOf = ({ claims }: Idea) => ({ pastResult: claims ? "other" : "none", otherResult: claims ?? "" });

async function start(edition: string, { innovator, idea }: Writer): Promise<string> {
  const page = await see(innovator, loadStart, { query: { edisi: edition } });
  const answers = {
    edition, key: page.key, title: idea.title, month: "5", year: "2019", ...claimOf(idea), origin: "OWN",
    sourceText: "", category: idea.category, signatory: "Kepala Unit",
  };
  const checked = await told(innovator, startSubmission, { ...answers, step: "check" });
  if (checked.status !== "done") throw new Error(`${idea.title} was not checked: ${JSON.stringify(checked)}`);
  const address = await send(innovator, startSubmission, { ...answers, step: "create", group: idea.group });
  return address.slice(paths.submission("").length);
}

/** Where the form asks for a video, its address is given with what the proposal is entered as. */
async function nameVideo(code: string, { innovator, idea }: Writer): Promise<void> {
  const { version, rules } = await see(innovator, loadSubmission, { code });
  if (!rules.form.video) return;
  await send(innovator, saveIdentity, {
    code, version: String(version), title: idea.title, month: "5", year: "2019", ...claimOf(idea), sourceText: "",
    videoUrl: `https://video.contoh.test/${code}`, category: idea.category, group: idea.group, signatory: "Kepala Unit",
  });
}

async function fillSections(code: string, { innovator, idea }: Writer): Promise<void> {
  const { sections } = await see(innovator, loadSubmission, { code });
  const { organizerId, id: submissionId, ownerId: savedById } = await db.submission.findUniqueOrThrow({ where: { code } });
  await db.answer.createMany({
    data: sections.map((section) => ({ organizerId, submissionId, sectionKey: section.key, body: answerTo(section, idea), isDone: true, savedById })),
  });
}

/** Long enough not to be asked about. */
const answerTo = ({ key, maxWords }: { key: string; maxWords: number }, { title }: Idea) =>
  `${title}: ${"warga datang dan pulang dengan senang ".repeat(Math.max(6, maxWords / 25))}(${key}).`;

/** Goes where each saved section leads, until the form leads back to the task list. */
async function writeSections(code: string, { innovator, idea }: Writer): Promise<void> {
  const { sections } = await see(innovator, loadSubmission, { code });
  const hub = paths.submission(code);
  for (let address = paths.section(code, sections[0]!.key); address !== hub;) {
    const section = address.slice(paths.section(code, "").length);
    const { subject: { answer }, actor: { userId: writerId } } = await open(innovator, loadSection, { code, section });
    const body = answerTo(sections.find(({ key }) => key === section)!, idea);
    const version = String(answer?.version ?? 0);
    address = await send(innovator, saveSection, { writerId, code, section, body, version, finished: "yes" });
  }
}

async function sendOn(code: string, { innovator }: Writer): Promise<void> {
  const { version, rules, completeness, sections, answers } = await see(innovator, loadSubmission, { code });
  const open = [...completeness.mustFix, ...completeness.shouldLook];
  if (open.length > 0) throw new Error(`${code} is not ready: ${JSON.stringify(open)}`);
  const signers = Object.fromEntries(signersOf(rules.statements).map(({ key, office }) => [`signers.${key}`, office.id]));
  const seen = Object.fromEntries(sections.map(({ key }) => [`seen.${key}`, String(answers[key]?.version ?? 0)]));
  await send(innovator, sendToAgency, { code, version: String(version), ...seen, "statements[]": rules.statements.map(({ key }) => key), ...signers });
}
