import { getLocale, getTranslations } from "next-intl/server";
import { formatDeadline } from "@/lib/format";
import { sentence } from "@/lib/form-state";
import type { Verdict } from "@/lib/guard";
import { Facts } from "@/ui/facts";
import { Notice } from "@/ui/notice";
import type { StartContext } from "../queries/starting";
import { CloseMoved } from "./close-moved";
import { StartForm } from "./start-form";

/** S2 in one edition: who starts, until when, and the questions; or why this unit cannot. */
export async function StartInEdition({ context, starting, ...form }: { context: StartContext; starting: Verdict; formKey: string; writerId: string }) {
  const [t, locale] = await Promise.all([getTranslations("submission.start"), getLocale()]);
  const { edition, unit, filingAgency } = context;
  if (!starting.allowed) return <Notice tone="warn" title={await sentence(starting.because)} />;
  return (
    <>
      <Facts
        items={[
          { term: t("edition"), detail: edition.name[locale] },
          { term: t("unit"), detail: unit.name },
          { term: t("agency"), detail: filingAgency?.name ?? "" },
          { term: t("closes"), detail: <>{formatDeadline(edition.registration.closesAt, { locale, zone: edition.zone })}<CloseMoved moved={edition.registration.moved} zone={edition.zone} /></> },
        ]}
      />
      <div className="mt-8">
        <StartForm context={context} {...form} />
      </div>
    </>
  );
}
