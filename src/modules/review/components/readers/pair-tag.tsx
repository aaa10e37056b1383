import { getTranslations } from "next-intl/server";
import { Tag } from "@/ui/tag";
import type { Tone } from "@/ui/tone";
import { UserLine } from "@/ui/user-text";
import type { ReadingLine } from "../../queries/readings";

/** Done recedes as plain text; what is left stands out. */
const TONES: Partial<Record<ReadingLine["state"], Tone>> = { UNREAD: "info", BEGUN: "warn", RECUSED: "neutral", LAPSED: "err" };

/** How a pair stands, with the reason of one that was handed back. */
export async function PairTag({ line: { state, recusalReason } }: { line: ReadingLine }) {
  const t = await getTranslations("review.readers");
  const tone = TONES[state];
  return (
    <>
      {tone ? <Tag tone={tone}>{t(`state.${state}`)}</Tag> : t(`state.${state}`)}
      {state === "RECUSED" && (
        <span className="block text-xs text-ink-muted">{recusalReason ? <>{t("because")} <UserLine text={recusalReason} /></> : t("byTie")}</span>
      )}
    </>
  );
}
