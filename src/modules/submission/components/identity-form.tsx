import { getLocale, getTranslations } from "next-intl/server";
import { formatDateTime } from "@/lib/format";
import type { GroupRule } from "@/modules/competition/domain/edition-rules";
import { kindOutside } from "@/modules/competition/domain/participants";
import { ActionForm } from "@/ui/forms/action-form";
import { FormActions } from "@/ui/forms/form-actions";
import { FormSelect, FormText } from "@/ui/forms/form-field";
import { SubmitButton } from "@/ui/forms/submit-button";
import { saveIdentity } from "../actions/writing";
import { answerOf } from "../domain/past-result";
import { monthAndYear } from "../domain/start-date";
import type { ProposalWithPast } from "../queries/starting";
import { BackLink } from "./back-link";
import { CategoryField, SignatoryField, StartMonthField, TitleField } from "./identity-fields";
import { DeadlineNotice } from "./deadline";
import { PastResultFields } from "./past-result-fields";
import { RelatedFields } from "./related-fields";
import { SourceFields } from "./source-fields";

/** What the proposal is called and entered as. */
export async function IdentityForm({ proposal, from, now }: { proposal: ProposalWithPast; from?: "periksa"; now: Date }) {
  const [t, locale] = await Promise.all([getTranslations("submission"), getLocale()]);
  const { code, version, title, implementedSince, categoryKey, groupKey, signatory, videoUrl, rules, pastInnovations, localZone: zone } = proposal;
  const savedAt = formatDateTime(proposal.identityAt ?? proposal.createdAt, { locale, zone });
  const since = monthAndYear(implementedSince);
  const isFor = (group: GroupRule) => group.key === groupKey || kindOutside(group, proposal.kinds) === null;
  const elsewhere = rules.groups.filter((group) => !isFor(group)).map(({ name }) => name[locale]);
  const groupHint = elsewhere.length === 0 ? t("identity.groupHint") : `${t("identity.groupHint")} ${t("identity.groupsElsewhere", { groups: elsewhere.join(", ") })}`;
  return (
    <ActionForm
      action={saveIdentity} hidden={{ code, version: String(version), ...(from && { from }) }} keep={{ place: `identitas.${code}`, basis: String(version) }}
      className="flex max-w-reading flex-col gap-8"
    >
      <TitleField value={title} />
      <StartMonthField {...since} />
      <PastResultFields innovations={pastInnovations} answer={answerOf(pastInnovations, proposal)} />
      <FormSelect
        name="group" label={t("identity.group")} hint={groupHint} defaultValue={groupKey}
        options={rules.groups.filter(isFor).map(({ key, name }) => ({ value: key, label: name[locale] }))}
      />
      <CategoryField rules={rules} value={categoryKey} />
      <SourceFields hint={t("identity.sourceHint")} value={proposal} />
      {(rules.form.video || videoUrl) && (
        <FormText
          name="videoUrl" inputMode="url" label={t("identity.video")} hint={t("identity.videoHint")} defaultValue={videoUrl} autoComplete="off"
        />
      )}
      <SignatoryField value={signatory} />
      <RelatedFields asked={proposal.asked} />
      <p className="text-sm text-ink-muted">{t("identity.saved", { at: savedAt })}</p>
      <DeadlineNotice proposal={proposal} now={now} reader="author" />
      <FormActions>
        <SubmitButton pendingLabel={t("section.saving")} stretch>{t(from ? "section.saveAndCheck" : "section.save")}</SubmitButton>
        <BackLink code={code} from={from} />
      </FormActions>
    </ActionForm>
  );
}
