import { getLocale, getTranslations } from "next-intl/server";
import { paths, withQuery } from "@/lib/paths";
import { LinkButton } from "@/ui/button";
import { Card } from "@/ui/card";
import { EmptyState } from "@/ui/empty-state";
import { Pagination } from "@/ui/pagination";
import { UserLine } from "@/ui/user-text";
import { ballNow } from "../domain/visibility";
import type { SubmissionListRow, SubmissionPage } from "../queries/writing";
import { StandingFacts } from "./standing-facts";
import { StatusTag } from "./status-tag";

type CardsProps = { list: SubmissionPage; now: Date; mayStart: boolean };

/** S1: the unit's proposals, each with its state, whose move it is and what to do next. */
export async function SubmissionCards({ list, now, mayStart }: CardsProps) {
  const [t, locale] = await Promise.all([getTranslations("submission.list"), getLocale()]);
  if (list.submissions.length === 0) {
    return (
      <EmptyState title={t("emptyTitle")} action={mayStart && <LinkButton href={paths.startSubmission()}>{t("check")}</LinkButton>}>
        {t(mayStart ? "emptyBody" : "emptyClosed")}
      </EmptyState>
    );
  }
  return (
    <div className="flex flex-col gap-6">
      <ul className="flex flex-col gap-6">
        {list.submissions.map((submission) => (
          <li key={submission.code}>
            <Card
              level={2}
              title={<UserLine text={submission.title} />}
              href={nextAddress(submission, now)}
              meta={`${submission.code} · ${submission.editionName[locale]} · ${t("startedBy", { name: submission.ownerName })}`}
              tags={<StatusTag status={submission.display} />}
              footer={<span className="font-semibold text-primary">{t(`next.${ballOf(submission, now)}`)}</span>}
            >
              <StandingFacts standing={submission} now={now} look="compact" />
            </Card>
          </li>
        ))}
      </ul>
      <Pages list={list} />
    </div>
  );
}

async function Pages({ list: { page, pages } }: Pick<CardsProps, "list">) {
  const [t, c] = await Promise.all([getTranslations("submission.list"), getTranslations("common.action")]);
  if (pages < 2) return null;
  const address = (halaman: number) => withQuery(paths.submissions(), { halaman: halaman > 1 ? halaman : undefined });
  return (
    <Pagination
      label={t("pages")}
      summary={t("page", { page, pages })}
      previous={page > 1 ? { href: address(page - 1), label: c("previous") } : undefined}
      next={page < pages ? { href: address(page + 1), label: c("next") } : undefined}
    />
  );
}

const ballOf = (submission: SubmissionListRow, now: Date) => ballNow(submission, submission.registration?.closesAt ?? null, now);

function nextAddress(submission: SubmissionListRow, now: Date): string {
  const { code } = submission;
  return ballOf(submission, now) === "INNOVATOR" ? paths.submission(code) : paths.receiptOf(code);
}
