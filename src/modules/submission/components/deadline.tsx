import { getLocale, getTranslations } from "next-intl/server";
import { paths } from "@/lib/paths";
import { Link } from "@/ui/link";
import type { Registration } from "../policy/writing";
import { DeadlineAt, DeadlineLeft, DeadlineNews, DeadlineShort, type DeadlineWords } from "./deadline-line";

/** What a page knows of a proposal and its close. */
export type DeadlineOf = { code: string; registration: Registration; localZone: string };

type Asked = { proposal: DeadlineOf; now: Date };

/** The closing time that an open page keeps true. */
export async function Deadline(asked: Asked) {
  const props = await propsOf(asked);
  return props && <DeadlineAt {...props} />;
}

/** What is left, kept true. */
export async function TimeLeft(asked: Asked) {
  const props = await propsOf(asked);
  return props && <DeadlineLeft {...props} />;
}

/** What became of the close, in a line that stays in view. */
export async function DeadlineInView(asked: Asked) {
  const props = await propsOf(asked);
  return props && <DeadlineShort {...props} />;
}

/** Stands where somebody writes: says what became of the close meanwhile, and after it what to do with the words on the page. */
export async function DeadlineNotice({ reader, lineElsewhere, ...asked }: Asked & { reader: "author" | "agency"; lineElsewhere?: boolean }) {
  const [props, t, read] = await Promise.all([propsOf(asked), getTranslations("submission"), getTranslations("filing.read")]);
  if (!props || props.now > props.deadline.closesAt) return null;
  if (reader === "agency") return <DeadlineNews {...props}><p>{read("afterClose")}</p></DeadlineNews>;
  return (
    <DeadlineNews {...props} lineElsewhere={lineElsewhere}>
      <p>{t("deadline.closed")}</p>
      <p><Link href={paths.receiptOf(props.code)}>{t("hub.seeReceipt")}</Link></p>
    </DeadlineNews>
  );
}

async function propsOf({ proposal: { code, registration, localZone: zone }, now }: Asked) {
  if (!registration) return null;
  const [t, locale] = await Promise.all([getTranslations("submission"), getLocale()]);
  const deadline = { closesAt: registration.closesAt.getTime(), first: registration.moved?.from.getTime() ?? null };
  return { code, deadline, now: now.getTime(), locale, zone, words: { ...(t.raw("deadline" as never) as Omit<DeadlineWords, "EXTENDED" | "SHORTENED">), ...(t.raw("closeMoved" as never) as Pick<DeadlineWords, "EXTENDED" | "SHORTENED">) } };
}
