"use client";

import { UserLine } from "@/ui/user-text";

/** An entry in a list of organisers: its title, and the code it is spoken of by. */
export const EntryName = ({ title, code }: { title: string; code: string }) => (
  <>
    <UserLine text={title} />{" "}
    <span className="block text-xs whitespace-nowrap text-ink-subtle">{code}</span>
  </>
);
