import type { ComponentProps } from "react";

export type LinkProps = ComponentProps<"a"> & { readonly href: string };

/** A plain anchor on purpose: every page is loaded whole, so what works without JavaScript is what everybody gets. */
export const Link = (props: LinkProps) => <a {...props} />;
