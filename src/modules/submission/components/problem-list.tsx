import { getLocale, getTranslations } from "next-intl/server";
import { sentence } from "@/lib/form-state";
import { paths } from "@/lib/paths";
import { Link } from "@/ui/link";
import { Notice } from "@/ui/notice";
import { UserText } from "@/ui/user-text";
import { problemId, type Problem } from "../domain/completeness";
import { sentenceOfProblem } from "../domain/sentences";
import type { CheckedProposal, Note } from "../queries/proposal";

export type ProblemText = { id: string; text: string; href: string };

/** Each problem in words, with the page where it is put right. */
export async function problemTexts(problems: readonly Problem[], { code, rules }: Pick<CheckedProposal, "code" | "rules">): Promise<ProblemText[]> {
  const locale = await getLocale();
  const nameOf = (key: string) => rules.form.sections.find((section) => section.key === key)?.name[locale] ?? key;
  return Promise.all(
    problems.map(async (problem) => ({
      id: problemId(problem),
      text: await sentence(sentenceOfProblem(problem, nameOf)),
      href: problem.section === null ? paths.identity(code, "periksa") : paths.section(code, problem.section, "periksa"),
    })),
  );
}

/** What must be fixed and what deserves a look, each line leading to its place. */
export async function ProblemLists({ proposal }: { proposal: CheckedProposal & { openNotes: Note[] } }) {
  const t = await getTranslations("submission.check");
  const { mustFix, shouldLook } = proposal.completeness;
  const [must, should] = await Promise.all([problemTexts(mustFix, proposal), problemTexts(shouldLook, proposal)]);
  if (must.length + should.length + proposal.openNotes.length === 0) return <Notice tone="ok" title={t("noProblems")} />;
  return (
    <div className="flex flex-col gap-4">
      {must.length > 0 && <Notice tone="err" title={t("mustFix", { count: must.length })}><Lines problems={must} /></Notice>}
      {should.length > 0 && <Notice tone="warn" title={t("shouldLook", { count: should.length })}><Lines problems={should} /></Notice>}
      {proposal.openNotes.length > 0 && <OpenNotes proposal={proposal} />}
    </div>
  );
}

/** What the agency noted and nothing answered; it is asked about again where the proposal is sent. */
async function OpenNotes({ proposal: { code, openNotes, sections } }: { proposal: CheckedProposal & { openNotes: Note[] } }) {
  const [t, locale] = await Promise.all([getTranslations("submission"), getLocale()]);
  return (
    <Notice tone="warn" title={t("check.openNotes", { count: openNotes.length })}>
      <ul className="flex list-disc flex-col gap-2 ps-5">
        {openNotes.map(({ id, sectionKey, body }) => {
          const section = sections.find(({ key }) => key === sectionKey);
          return (
            <li key={id}>
              {section ? <Link href={paths.section(code, section.key, "periksa")}>{section.name[locale]}</Link> : <strong>{t("returned.whole")}</strong>}
              <UserText text={body} />
            </li>
          );
        })}
      </ul>
    </Notice>
  );
}

const Lines = ({ problems }: { problems: ProblemText[] }) => (
  <ul className="flex list-disc flex-col gap-1 ps-5">
    {problems.map(({ id, text, href }) => (
      <li key={id}>
        <Link href={href}>{text}</Link>
      </li>
    ))}
  </ul>
);
