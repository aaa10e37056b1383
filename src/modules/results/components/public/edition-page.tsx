import { getLocale, getTranslations } from "next-intl/server";
import { paths } from "@/lib/paths";
import { Facts } from "@/ui/facts";
import { Link } from "@/ui/link";
import { PageHeader, Section } from "@/ui/page-header";
import { Steps } from "@/ui/steps";
import { Timestamp } from "@/ui/timestamp";
import { formatDateTime, formatDeadline } from "@/lib/format";
import { historyLines } from "@/modules/competition/domain/timetable-history";
import type { PublicEdition } from "../../queries/public-editions";
import { EditionCriteria } from "./edition-criteria";
import { EditionForm } from "./edition-form";
import { EditionGroups } from "./edition-groups";
import { EditionMethod } from "./edition-method";
import { EditionNotes } from "./edition-notes";
import { EditionParticipants } from "./edition-participants";
import { EditionProgress } from "./edition-progress";
import { ProposedTag } from "./proposed-tag";
import { ResultLine } from "./result-line";

/** P3: everything of an edition that is public at this moment. */
export async function EditionPage({ view, isPreview = false }: { view: PublicEdition; isPreview?: boolean }) {
  const [t, locale] = await Promise.all([getTranslations("public.edition"), getLocale()]);
  const { edition } = view;
  const { theme, legalBasis } = edition.rules.edition;
  return (
    <>
      <PageHeader over={edition.rules.competition.name[locale]} title={edition.name[locale]} lead={theme?.[locale]} />
      <Facts
        items={[
          { term: t("organizer"), detail: edition.organizer.name },
          ...(edition.organizer.contact ? [{ term: t("contact"), detail: edition.organizer.contact }] : []),
          ...(legalBasis.length > 0 ? [{ term: t("legalBasis"), detail: legalBasis.join(", ") }] : []),
        ]}
      />
      <Results view={view} isPreview={isPreview} />
      <Timetable view={view} />
      <EditionProgress view={view} />
      <EditionParticipants edition={edition} />
      <EditionGroups rules={edition.rules} />
      <Section id="categories" title={<>{t("categories")} <ProposedTag rules={edition.rules} paths={["categories"]} /></>}>
        <ul className="list-disc ps-6">
          {edition.rules.categories.map(({ key, name }) => <li key={key}>{name[locale]}</li>)}
        </ul>
      </Section>
      <EditionForm rules={edition.rules} />
      <EditionCriteria rules={edition.rules} />
      <EditionMethod rules={edition.rules} />
      <EditionNotes rules={edition.rules} />
    </>
  );
}

/** In a preview the lists are named without their addresses, which are not there yet. */
async function Results({ view, isPreview }: { view: PublicEdition; isPreview: boolean }) {
  const [t, result, locale] = await Promise.all([getTranslations("public.edition"), getTranslations("public.result"), getLocale()]);
  const { edition, published } = view;
  return (
    <Section id="results" title={t("results")}>
      <ul className="flex flex-col gap-4">
        {edition.rules.results.map(({ key, name }) => {
          const list = published.find(({ resultKey }) => resultKey === key);
          return (
            <li key={key}>
              {list ? <ResultLine edition={edition} published={list} /> : (
                <>
                  <p>{isPreview ? name[locale] : <Link href={paths.result(edition.slug, key)} className="inline-block py-1">{name[locale]}</Link>}</p>
                  <p className="text-sm text-ink-muted">{result("notYet")}</p>
                </>
              )}
            </li>
          );
        })}
      </ul>
    </Section>
  );
}

const STEP_STATES = { UPCOMING: "upcoming", OPEN: "current", CLOSED: "done" } as const;

async function Timetable({ view }: { view: PublicEdition }) {
  const [t, locale] = await Promise.all([getTranslations("public.edition"), getLocale()]);
  const { zone, rules } = view.edition;
  const at = (moment: Date) => <Timestamp at={moment}>{formatDeadline(moment, { locale, zone })}</Timestamp>;
  return (
    <Section id="timetable" title={t("timetable")}>
      <Steps
        label={t("timetableLabel")}
        steps={view.stages.map((stage) => ({
          key: stage.key,
          title: <>{stage.name[locale]} <ProposedTag rules={rules} paths={[`stages.${stage.key}.opensAt`, `stages.${stage.key}.closesAt`]} /></>,
          state: STEP_STATES[stage.state],
          stateLabel: t(`state.${stage.state}`),
          when: t.rich("from", { from: () => at(stage.opensAt), until: () => at(stage.closesAt) }),
          body: stage.changes.length > 0 && <DateChanges stage={stage} zone={zone} />,
        }))}
      />
    </Section>
  );
}

/** What was announced first, and each change of it with its day and its reason. */
async function DateChanges({ stage, zone }: { stage: PublicEdition["stages"][number]; zone: string }) {
  const [t, locale] = await Promise.all([getTranslations("competition.dates"), getLocale()]);
  const lines = historyLines(stage, (moment) => formatDateTime(moment, { locale, zone }));
  return (
    <ul className="flex flex-col gap-1 text-ink-muted">
      {lines.map(({ key, values }, place) => <li key={place}>{t(key, values as never)}</li>)}
    </ul>
  );
}
