"use client";

import { createContext, isValidElement, useContext, type ReactNode } from "react";

/** One line, several lines, or what nobody shows again. */
export type BoxKind = "line" | "area" | "secret";

const IsSent = createContext(false);

/** Around the fields of a form that is sent to a server action. */
export const LabelsForServer = ({ children }: { children: ReactNode }) => <IsSent value={true}>{children}</IsSent>;

/**
 * A form without a script may be answered by another page than its own. For that case it carries what stands above each box,
 * so that the answer can show what was typed as it was asked for (scripts/lib/held-form.mjs).
 */
export function BoxLabel({ box, kind, children }: { box: string; kind: BoxKind; children: ReactNode }) {
  if (!useContext(IsSent)) return null;
  return <input type="hidden" name={`$${kind}:${box}`} value={textOf(children).trim()} />;
}

function textOf(node: ReactNode): string {
  if (typeof node === "string" || typeof node === "number") return String(node);
  if (Array.isArray(node)) return node.map(textOf).join(" ");
  return isValidElement<{ children?: ReactNode }>(node) ? textOf(node.props.children) : "";
}
