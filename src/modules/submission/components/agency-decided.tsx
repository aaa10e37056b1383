import { getTranslations } from "next-intl/server";
import { paths, withQuery } from "@/lib/paths";
import { FocusOnArrival } from "@/ui/forms/focus-on-arrival";
import { Link } from "@/ui/link";
import { Notice } from "@/ui/notice";
import { UserLine } from "@/ui/user-text";
import { hasMissedRegistration } from "../domain/lifecycle";
import type { AgencyReading } from "../queries/agency-reading";
import type { AgencyMoveName } from "../schema/filing";

type DecidedProps = { by: AgencyMoveName; next: { code: string; title: string } | null; reading: AgencyReading; now: Date };

/** What has just been decided, whose turn it is now, and what waits next. */
export async function AgencyDecided({ by, next, reading, now }: DecidedProps) {
  const t = await getTranslations("filing");
  const { status, registration, rules } = reading;
  const edition = { edisi: rules.edition.slug };
  const isLost = hasMissedRegistration(status, registration?.closesAt ?? null, now);
  return (
    <FocusOnArrival role="status" className="mb-8">
      <Notice tone="ok" title={t(`decided.${by}`)}>
        <p>
          {t(isLost ? "decided.closed" : `decided.then.${by}`)}{" "}
          {by === "endorse" && !isLost && <Link href={withQuery(paths.fileSubmissions(), edition)}>{t("read.toFiling")}</Link>}
        </p>
        <p>
          {next ? t("decided.next") : t("decided.noNext")}{" "}
          {next ? (
            <Link href={paths.agencySubmission(next.code)}>
              <UserLine text={next.title || next.code} />
            </Link>
          ) : (
            <Link href={withQuery(paths.agencySubmissions(), edition)}>{t("desk.waiting.all")}</Link>
          )}
        </p>
      </Notice>
    </FocusOnArrival>
  );
}
