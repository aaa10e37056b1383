import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import type { Actor, Membership } from "../domain/roles";

/** The role worn and the place it is for, in the reader's language. */
export async function hatInWords(hat: Membership): Promise<{ role: string; place: string }> {
  const [t, locale] = await Promise.all([getTranslations("accounts"), getLocale()]);
  return { role: t(`role.${hat.role}`), place: hat.editionName?.[locale] ?? hat.agencyName ?? t("workspace.system") };
}

/** The titles of a workspace's pages name the hat, so that two windows of one person are told apart. */
export async function titlesWithHat(viewer: Actor | null): Promise<Metadata> {
  if (!viewer?.hat) return {};
  const [{ role, place }, t] = await Promise.all([hatInWords(viewer.hat), getTranslations("common")]);
  const hat = `${role}, ${place} · ${t("product")}`;
  return { title: { default: hat, template: `%s · ${hat}` } };
}
