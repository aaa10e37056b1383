"use client";

import { UserLine } from "@/ui/user-text";

/** An entry in a list of organisers: its title, and the code it is spoken of by. A client component, so that a list sends two texts each. */
export const EntryName = ({ title, code }: { title: string; code: string }) => (
  <>
    <UserLine text={title} />{" "}
    <span className="block text-xs whitespace-nowrap text-ink-subtle">{code}</span>
  </>
);
