import { getLocale, getTranslations } from "next-intl/server";
import { formatDateTime } from "@/lib/format";
import { paths } from "@/lib/paths";
import { ActionForm } from "@/ui/forms/action-form";
import { SubmitButton } from "@/ui/forms/submit-button";
import { LinkButton } from "@/ui/button";
import { EmptyState } from "@/ui/empty-state";
import { Facts } from "@/ui/facts";
import { PageHeader } from "@/ui/page-header";
import { Tag } from "@/ui/tag";
import { compose } from "../../actions";
import type { ComposedSet, DecisionView } from "../../queries/decision-view";
import type { PreparedMove } from "../../schema";
import { EditionOver } from "../edition-over";
import { StillPublic } from "../still-public";
import { ChangesSection } from "../publishing/changes-section";
import { LevelSection } from "./level-section";
import { MoveForm } from "./move-form";
import { MovesSection } from "./moves-section";
import { NextSteps } from "./next-steps";
import { RulingsSection } from "./rulings-section";

export type DecisionPageView = DecisionView & { may: { compose: boolean; publish: boolean }; prepared: PreparedMove };

const TONES = { DRAFT: "embargo", READY: "info", PUBLISHED: "ok" } as const;

/** O11: from the frozen ranking to the list that is to be decided. */
export async function DecisionPage({ view }: { view: DecisionPageView }) {
  const [t, locale] = await Promise.all([getTranslations("results.decision"), getLocale()]);
  const { edition, result, composed } = view;
  return (
    <>
      <PageHeader
        over={<EditionOver edition={edition} />}
        title={t("title")}
        lead={result.name[locale]}
        tag={composed && <Tag tone={TONES[composed.set.status]}>{t(`status.${composed.set.status}`)}</Tag>}
        compact
      />
      {composed ? <Composed view={view} composed={composed} /> : (
        <>
          <StillPublic edition={edition} result={result} published={view.published} />
          <Beginning view={view} />
        </>
      )}
    </>
  );
}

async function Beginning({ view }: { view: DecisionPageView }) {
  const t = await getTranslations("results.decision");
  const { edition, result, frozen, may } = view;
  if (!frozen)
    return (
      <EmptyState title={t("notFrozen")} action={<LinkButton href={paths.ranking(edition.slug, result.key)}>{t("toRanking")}</LinkButton>}>
        {t("notFrozenBody")}
      </EmptyState>
    );
  return (
    <EmptyState
      title={t("begin.title")}
      action={
        may.compose && (
          <ActionForm action={compose} hidden={{ slug: edition.slug, result: result.key }}>
            <SubmitButton pendingLabel={t("begin.pending")}>{t("begin.submit")}</SubmitButton>
          </ActionForm>
        )
      }
    >
      {t("begin.body")}
    </EmptyState>
  );
}

async function Composed({ view, composed }: { view: DecisionPageView; composed: ComposedSet }) {
  const isOpen = composed.set.status === "DRAFT" && view.may.compose;
  return (
    <>
      <SetFacts view={view} composed={composed} />
      {composed.set.status !== "PUBLISHED" && <ChangesSection view={view} composed={composed} />}
      {composed.levels.map((level) => (
        <LevelSection key={level.level.key} view={view} level={level} isOpen={isOpen} />
      ))}
      <MovesSection view={view} composed={composed} isOpen={isOpen} />
      <RulingsSection view={view} composed={composed} isOpen={isOpen} />
      {isOpen && <MoveForm view={view} set={composed.set} />}
      <NextSteps view={view} composed={composed} />
    </>
  );
}

async function SetFacts({ view, composed: { set } }: { view: DecisionPageView; composed: ComposedSet }) {
  const [t, locale] = await Promise.all([getTranslations("results.decision.facts"), getLocale()]);
  const at = (moment: Date) => formatDateTime(moment, { locale, zone: view.edition.zone });
  const { frozen } = view;
  return (
    <Facts
      look="compact"
      items={[
        ...(frozen ? [{ term: t("snapshot"), detail: <>{t("snapshotValue", { at: at(frozen.frozenAt) })} <span className="text-ink-subtle">SHA-256 {frozen.sha256}</span></> }] : []),
        { term: t("begun"), detail: t("by", { at: at(set.createdAt), name: set.createdBy }) },
        ...(set.composedAt && set.status !== "DRAFT" ? [{ term: t("composed"), detail: t("by", { at: at(set.composedAt), name: set.composedBy ?? "" }) }] : []),
      ]}
    />
  );
}
