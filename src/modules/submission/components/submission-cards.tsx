import { getLocale, getTranslations } from "next-intl/server";
import { paths } from "@/lib/paths";
import { LinkButton } from "@/ui/button";
import { Card } from "@/ui/card";
import { EmptyState } from "@/ui/empty-state";
import { UserLine } from "@/ui/user-text";
import { ballHolder } from "../domain/visibility";
import type { SubmissionListRow } from "../queries/writing";
import { StandingFacts } from "./standing-facts";
import { StatusTag } from "./status-tag";

/** S1: the unit's proposals, each with its state, whose move it is and what to do next. */
export async function SubmissionCards({ submissions, now, mayStart }: { submissions: SubmissionListRow[]; now: Date; mayStart: boolean }) {
  const [t, locale] = await Promise.all([getTranslations("submission.list"), getLocale()]);
  if (submissions.length === 0) {
    return (
      <EmptyState title={t("emptyTitle")} action={mayStart && <LinkButton href={paths.startSubmission()}>{t("check")}</LinkButton>}>
        {t(mayStart ? "emptyBody" : "emptyClosed")}
      </EmptyState>
    );
  }
  return (
    <ul className="flex flex-col gap-6">
      {submissions.map((submission) => (
        <li key={submission.code}>
          <Card
            level={2}
            title={<UserLine text={submission.title} />}
            href={nextAddress(submission)}
            meta={`${submission.code} · ${submission.editionName[locale]}`}
            tags={<StatusTag status={submission.display} />}
            footer={<span className="font-semibold text-primary">{t(`next.${ballHolder(submission.status, submission.display)}`)}</span>}
          >
            <StandingFacts standing={submission} now={now} look="compact" />
          </Card>
        </li>
      ))}
    </ul>
  );
}

function nextAddress({ code, status, display }: SubmissionListRow): string {
  return ballHolder(status, display) === "INNOVATOR" ? paths.submission(code) : paths.receiptOf(code);
}
