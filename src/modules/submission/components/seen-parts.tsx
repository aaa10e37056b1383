"use client";

import { formatDateTime } from "@/lib/format";
import { paths, type Locale } from "@/lib/paths";
import { fillIn } from "@/ui/fill-in";
import { useFormState } from "@/ui/forms/action-form";
import { Link } from "@/ui/link";
import { Notice } from "@/ui/notice";

type Changed = { changed: { section: string | null; by: string; at: string }[]; version: number; seen: Record<string, number> };

export type SeenPartsProps = {
  code: string;
  version: number;
  /** The version of each section on the page. */
  parts: Record<string, number>;
  /** What each section is called. */
  names: Record<string, string>;
  /** `saved` with `{part}`, `{name}` and `{at}`. */
  words: { title: string; identity: string; saved: string; look: string };
  locale: Locale;
  zone: string;
};

/**
 * Carries what the page has shown of all parts. Where somebody saved one since, it is named, and the form then carries what is
 * there now: whoever has looked presses once more.
 */
export function SeenParts({ code, version, parts, names, words, locale, zone }: SeenPartsProps) {
  const state = useFormState();
  const typed = state.status === "idle" ? undefined : state.typed;
  const news = state.status === "refused" && state.key === "submission.send.partsChanged" ? (state.details as Changed) : null;
  const before = (name: string, value: number) => (typeof typed?.[name] === "string" ? typed[name] : String(value));
  return (
    <>
      <input type="hidden" name="version" value={news ? news.version : before("version", version)} readOnly />
      {Object.entries(parts).map(([key, seen]) => (
        <input key={key} type="hidden" name={`seen.${key}`} value={news ? (news.seen[key] ?? 0) : before(`seen.${key}`, seen)} readOnly />
      ))}
      {news && (
        <Notice tone="warn" title={words.title}>
          <ul className="list-disc ps-5">
            {news.changed.map(({ section, by, at }) => (
              <li key={section ?? "_"}>
                <Link href={section === null ? paths.identity(code) : paths.section(code, section)} target="_blank">
                  {section === null ? words.identity : (names[section] ?? section)}
                </Link>
                {" "}{fillIn(words.saved, { name: by, at: formatDateTime(new Date(at), { locale, zone }) })}
              </li>
            ))}
          </ul>
          <p>{words.look}</p>
        </Notice>
      )}
    </>
  );
}
