import { getLocale, getTranslations } from "next-intl/server";
import { formatDate } from "@/lib/format";
import { paths } from "@/lib/paths";
import type { EditionRules } from "@/modules/competition/domain/edition-rules";
import { yearsAndMonths } from "@/modules/submission/domain/sentences";
import { Link } from "@/ui/link";
import { Tag } from "@/ui/tag";
import type { Basis, Suggestion } from "../domain/machine-checks";

type SuggestionProps = { suggestion: Suggestion; rules: EditionRules };

/** What the machine thinks of a line, and on what it rests. It answers nothing: the selector does. */
export async function MachineSuggestion({ suggestion, rules }: SuggestionProps) {
  const t = await getTranslations("selection.suggestion");
  const { verdict, basis } = suggestion;
  const word = verdict === null ? "look" : verdict;
  return (
    <div className="flex flex-col items-start gap-1 rounded-control bg-surface p-3 text-sm text-ink">
      <Tag tone={verdict === "MET" ? "neutral" : "warn"}>{t("says", { word: t(word) })}</Tag>
      <p className="wrap-anywhere">
        {await basisText(basis, rules)} <Codes basis={basis} />
      </p>
    </div>
  );
}

/** The other proposals are one press away, so that the two can be compared. */
function Codes({ basis: { values } }: { basis: Basis }) {
  const { codes } = values;
  if (!Array.isArray(codes)) return null;
  return (codes as string[]).map((code) => (
    <Link key={code} href={paths.selectionOf(code)} className="me-2 inline-block">
      {code}
    </Link>
  ));
}

/** The raw values of a basis in the reader's words. */
async function basisText({ key, values }: Basis, rules: EditionRules): Promise<string> {
  const [t, locale] = await Promise.all([getTranslations("selection"), getLocale()]);
  const list = (name: string) => (Array.isArray(values[name]) ? (values[name] as string[]) : []);
  const sections = list("sections").map((section) => rules.form.sections.find((each) => each.key === section)?.name[locale] ?? section);
  const identity = list("identity").map((kind) => t(kind === "TITLE_EMPTY" ? "suggestion.title" : "suggestion.signatory"));
  const statements = list("statements").map((statement) => rules.statements.find((each) => each.key === statement)?.text[locale] ?? statement);
  return t(`basis.${key}`, {
    since: typeof values.since === "string" ? formatDate(new Date(values.since), { locale, zone: "UTC" }) : "",
    ...yearsAndMonths(Number(values.ageMonths ?? 0), "age"),
    ...yearsAndMonths(Number(values.minimumMonths ?? 0), "minimum"),
    sections: sections.join(", "),
    parts: [...identity, ...sections].join(", "),
    statements: statements.join(" "),
    count: Number(values.count ?? list("codes").length),
  } as never);
}
