import { getLocale, getTranslations } from "next-intl/server";
import { sentence } from "@/lib/form-state";
import type { Verdict } from "@/lib/guard";
import { Facts } from "@/ui/facts";
import { Notice } from "@/ui/notice";
import type { StartContext } from "../queries/starting";
import { RegistrationDeadline, RegistrationNews } from "./deadline";
import { StartForm } from "./start-form";

/** S2 in one edition: who starts, until when, and the questions; or why this unit cannot. */
export async function StartInEdition({ context, starting, now, ...form }: { context: StartContext; starting: Verdict; now: Date; formKey: string; writerId: string }) {
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
          { term: t("closes"), detail: <RegistrationDeadline edition={edition} now={now} /> },
        ]}
      />
      <RegistrationNews edition={edition} now={now}><p>{t("afterClose")}</p></RegistrationNews>
      <div className="mt-8">
        <StartForm context={context} {...form} />
      </div>
    </>
  );
}
