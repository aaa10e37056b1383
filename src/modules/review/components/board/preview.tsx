import { getLocale, getTranslations } from "next-intl/server";
import { formatNumber } from "@/lib/format";
import { paths } from "@/lib/paths";
import { LinkButton } from "@/ui/button";
import { Details } from "@/ui/details";
import { Facts } from "@/ui/facts";
import { ActionForm } from "@/ui/forms/action-form";
import { FormActions } from "@/ui/forms/form-actions";
import { SubmitButton } from "@/ui/forms/submit-button";
import { Notice } from "@/ui/notice";
import { Section } from "@/ui/page-header";
import { Table } from "@/ui/table";
import { UserLine } from "@/ui/user-text";
import { assignEntries } from "../../actions";
import type { AssignmentPreview } from "../../queries/board";
import type { StageBoard } from "./assignment-board";

/** How many names a warning lists before it only counts. */
const NAMED = 20;

type PreviewProps = { board: StageBoard; preview: AssignmentPreview };

/** What applying would do, and the one button that does exactly that. */
export async function Preview({ board, preview }: PreviewProps) {
  const [t, locale] = await Promise.all([getTranslations("review.board"), getLocale()]);
  const { edition, stage } = board;
  const number = (value: number) => formatNumber(value, locale);
  return (
    <Section id="pratinjau" title={t("preview")}>
      <Facts
        look="figures"
        items={[
          { term: t("made"), detail: number(preview.made) },
          { term: t("lightest"), detail: number(preview.lightest) },
          { term: t("heaviest"), detail: number(preview.heaviest) },
          { term: t("shortages"), detail: number(preview.shortages.length) },
        ]}
      />
      <Warnings board={board} preview={preview} />
      <Avoided preview={preview} />
      <NewLoads board={board} preview={preview} />
      <p className="text-sm text-ink-muted">{t("seed")}: {preview.seed}</p>
      {preview.made === 0 && <p>{t("previewNone")}</p>}
      <ActionForm action={assignEntries} hidden={{ slug: edition.slug, stage: stage.key, seed: preview.seed, fingerprint: preview.fingerprint }}>
        <FormActions>
          {preview.made > 0 && <SubmitButton pendingLabel={t("applying")}>{t("apply")}</SubmitButton>}
          <LinkButton variant="secondary" href={paths.assignments(edition.slug, stage.key)}>{t("cancel")}</LinkButton>
        </FormActions>
      </ActionForm>
    </Section>
  );
}

async function Warnings({ board, preview }: PreviewProps) {
  const t = await getTranslations("review.board");
  const { shortages, conflicted, parts, relieved } = preview;
  const nameOf = (id: string) => board.board.judges.find((judge) => judge.id === id)?.name ?? "";
  return (
    <>
      {shortages.length > 0 && (
        <Notice tone="warn" level={3} title={t("shortages")}>
          <p>{t("shortagesBody")}</p>
          <ul className="list-disc ps-6">
            {shortages.slice(0, NAMED).map(({ submissionId, code, title, missing }) => (
              <li key={submissionId}>{t("shortage", { code, title, missing })}</li>
            ))}
          </ul>
          {shortages.length > NAMED && <p>{t("shortagesMore", { count: shortages.length - NAMED })}</p>}
        </Notice>
      )}
      {conflicted.length > 0 && (
        <Notice tone="warn" level={3} title={t("conflicted")}>
          <p>{t("conflictedBody")}</p>
          <ul className="list-disc ps-6">
            {conflicted.slice(0, NAMED).map(({ submissionId, code, title, judgeId }) => (
              <li key={submissionId + judgeId}>{t("conflictedLine", { code, title, judge: nameOf(judgeId) })}</li>
            ))}
          </ul>
          {conflicted.length > NAMED && <p>{t("shortagesMore", { count: conflicted.length - NAMED })}</p>}
        </Notice>
      )}
      {relieved.length > 0 && (
        <Notice tone="info" level={3} title={t("relieved", { count: relieved.length })}>
          <ul className="list-disc ps-6">
            {relieved.map((id) => <li key={id}><a href={paths.readers(board.edition.slug, { tahap: board.stage.key, juri: id })}>{nameOf(id)}</a></li>)}
          </ul>
          <p>{t("relievedBody")}</p>
        </Notice>
      )}
      {parts > 1 && <Notice tone="warn" level={3} title={t("parts", { count: parts })} />}
    </>
  );
}

async function Avoided({ preview: { avoided } }: { preview: AssignmentPreview }) {
  const [t, all] = await Promise.all([getTranslations("review.board"), getTranslations("review.conflict")]);
  return (
    <div>
      <h3 className="text-lg">{t("avoided")}</h3>
      {avoided.length === 0 ? (
        <p>{t("avoidedNone")}</p>
      ) : (
        <Facts look="compact" items={avoided.map(({ kind, pairs }) => ({ term: all(kind), detail: t("avoidedPairs", { count: pairs }) }))} />
      )}
    </div>
  );
}

async function NewLoads({ board, preview }: PreviewProps) {
  const t = await getTranslations("review.board");
  const loads = new Map(preview.loads.map((load) => [load.judgeId, load]));
  const rows = board.board.judges.filter(({ id }) => loads.has(id));
  return (
    <Details summary={t("newLoad")} open={rows.length <= NAMED}>
      <Table
        dense
        caption={t("newLoad")}
        captionHidden
        rows={rows}
        rowKey={({ id }) => id}
        columns={[
          { key: "judge", header: t("judge"), rowHeader: true, cell: ({ name }) => <UserLine text={name} /> },
          { key: "added", header: t("now"), kind: "number", cell: ({ id }) => (loads.get(id)?.added ? `+${loads.get(id)?.added}` : "0") },
          { key: "then", header: t("then"), kind: "number", cell: ({ id }) => loads.get(id)?.load ?? 0 },
        ]}
      />
    </Details>
  );
}
