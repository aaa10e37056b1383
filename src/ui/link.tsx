"use client";

import { useLocale } from "next-intl";
import type { ComponentProps } from "react";
import { localised } from "@/lib/paths";

export type LinkProps = ComponentProps<"a"> & {
  readonly href: string;
  /** The address is complete as it is, such as the same page in the other language. */
  readonly verbatim?: boolean;
};

/**
 * A plain anchor on purpose: every page is loaded whole, so what works without JavaScript is what everybody gets. A client
 * component, so that a list of links sends an address each and not an element each.
 */
export const Link = ({ href, verbatim = false, ...props }: LinkProps) => {
  const locale = useLocale();
  return <a href={verbatim ? href : localised(href, locale)} {...props} />;
};
