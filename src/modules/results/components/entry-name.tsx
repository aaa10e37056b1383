"use client";

import { Link } from "@/ui/link";
import { UserLine } from "@/ui/user-text";

/**
 * An entry in a list of organisers: its title, which may lead to its page, and the code it is spoken of by. A client component,
 * so that a list sends two texts each.
 */
export const EntryName = ({ title, code, href }: { title: string; code: string; href?: string }) => (
  <>
    {href ? <Link href={href}><UserLine text={title} /></Link> : <UserLine text={title} />}{" "}
    <span className="block text-xs whitespace-nowrap text-ink-subtle">{code}</span>
  </>
);
