import { getLocale, getTranslations } from "next-intl/server";
import { pointsOf } from "@/modules/review/domain/scoring";
import { Details } from "@/ui/details";
import { Notice } from "@/ui/notice";
import { Section } from "@/ui/page-header";
import { Table, type Column } from "@/ui/table";
import { UserLine, UserText } from "@/ui/user-text";
import type { HandedIn, Reading, ReadRound } from "../queries/proposal-readings";
import { inPoints } from "./points";

type Finished = Reading & HandedIn;

/** What the judges handed in on one proposal, beside each other, for those who decide on it. */
export async function ProposalReadings({ rounds }: { rounds: readonly ReadRound[] }) {
  const t = await getTranslations("results.readings");
  return (
    <Section id="readings" title={t("title")}>
      <Notice tone="embargo" level={3} title={t("secret")}>
        <p>{t("secretBody")}</p>
      </Notice>
      {rounds.length === 0 && <p className="text-ink-muted">{t("none")}</p>}
      {rounds.map((round) => <Round key={round.key} round={round} />)}
    </Section>
  );
}

async function Round({ round }: { round: ReadRound }) {
  const [t, locale] = await Promise.all([getTranslations("results.readings"), getLocale()]);
  const finished = round.readings.filter((reading) => reading.state === "HANDED_IN");
  const others = round.readings.filter((reading) => reading.state !== "HANDED_IN");
  return (
    <div className="flex flex-col gap-3">
      <h3>{round.name[locale]}</h3>
      {finished.length > 0 ? <MarkTable round={round} finished={finished} /> : <p className="text-ink-muted">{t("nothingYet")}</p>}
      {others.length > 0 && (
        <ul className="text-ink-muted">
          {others.map(({ id, judge, state }) => <li key={id}><UserLine text={judge} />: {t(`state.${state}`)}</li>)}
        </ul>
      )}
      {finished.filter(saysSomething).map((reading) => <Remarks key={reading.id} reading={reading} round={round} />)}
    </div>
  );
}

/** One row for each criterion, one column for each judge: where they disagree is seen across. */
async function MarkTable({ round, finished }: { round: ReadRound; finished: readonly Finished[] }) {
  const [t, locale] = await Promise.all([getTranslations("results.readings"), getLocale()]);
  const { rubric, name } = round;
  const rows = [
    ...rubric.criteria.map((criterion) => ({
      key: criterion.key, name: criterion.name[locale], weight: t("weight", { weight: criterion.weight }),
      cellOf: ({ marks }: HandedIn) => marks[criterion.key] ?? "",
    })),
    { key: "", name: t("total"), weight: "", cellOf: ({ weightedSum }: HandedIn) => <strong>{inPoints(pointsOf(weightedSum, rubric), locale)}</strong> },
  ];
  const columns: Column<(typeof rows)[number]>[] = [
    { key: "criterion", header: t("criterion"), rowHeader: true, cell: (row) => <>{row.name} <span className="block text-xs text-ink-subtle">{row.weight}</span></> },
    ...finished.map((reading): Column<(typeof rows)[number]> => ({
      key: reading.id, header: reading.judge, kind: "number", cell: ({ cellOf }) => cellOf(reading),
    })),
  ];
  const caption = t("caption", { stage: name[locale] });
  return <Table caption={caption} captionHidden columns={columns} rows={rows} rowKey={({ key }) => key} highlighted={({ key }) => key === ""} dense wide />;
}

const saysSomething = ({ remark, remarks }: HandedIn): boolean => remark.trim() !== "" || Object.keys(remarks).length > 0;

async function Remarks({ reading, round }: { reading: Finished; round: ReadRound }) {
  const [t, locale] = await Promise.all([getTranslations("results.readings"), getLocale()]);
  const { judge, remark, remarks } = reading;
  const criteria = round.rubric.criteria.filter(({ key }) => remarks[key] !== undefined);
  return (
    <Details summary={<span>{t("remarksOf")} <UserLine text={judge} /></span>}>
      {remark.trim() !== "" && <UserText text={remark} />}
      <dl>
        {criteria.map(({ key, name }) => (
          <div key={key} className="py-2">
            <dt className="font-semibold">{name[locale]}</dt>
            <dd><UserText text={remarks[key] ?? ""} /></dd>
          </div>
        ))}
      </dl>
    </Details>
  );
}
