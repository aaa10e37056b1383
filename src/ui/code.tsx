import type { ReactNode } from "react";

/** The code of a proposal or the number of a document: one word, which no line cuts at its hyphens. */
export const Code = ({ children }: { readonly children: ReactNode }) => <span className="whitespace-nowrap">{children}</span>;
