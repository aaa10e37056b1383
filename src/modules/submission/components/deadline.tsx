import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
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

type EditionAsked = { edition: { slug: string; zone: string; registration: NonNullable<Registration> }; now: Date };

/** The close of an edition where no proposal is written yet, or several are filed; in all three zones. */
export async function RegistrationDeadline({ edition, now }: EditionAsked) {
  const props = await propsOfEdition({ edition, now });
  return props && <DeadlineAt {...props} inAllZones />;
}

/** What is left of an edition's registration. */
export async function RegistrationLeft(asked: EditionAsked) {
  const props = await propsOfEdition(asked);
  return props && <DeadlineLeft {...props} />;
}

/** What became of it while the page was open; after it, what that means for what stands on the page. */
export async function RegistrationNews({ children, ...asked }: EditionAsked & { children: ReactNode }) {
  const props = await propsOfEdition(asked);
  return props && props.now <= props.deadline.closesAt && <DeadlineNews {...props}>{children}</DeadlineNews>;
}

async function propsOfEdition({ edition: { slug, zone, registration }, now }: EditionAsked) {
  const props = await propsOf({ proposal: { code: slug, registration, localZone: zone }, now });
  return props && { ...props, isEdition: true };
}

async function propsOf({ proposal: { code, registration, localZone: zone }, now }: Asked) {
  if (!registration) return null;
  const [t, locale] = await Promise.all([getTranslations("submission"), getLocale()]);
  const deadline = { closesAt: registration.closesAt.getTime(), first: registration.moved?.from.getTime() ?? null };
  return { code, deadline, now: now.getTime(), locale, zone, words: { ...(t.raw("deadline" as never) as Omit<DeadlineWords, "EXTENDED" | "SHORTENED">), ...(t.raw("closeMoved" as never) as Pick<DeadlineWords, "EXTENDED" | "SHORTENED">) } };
}
