import type { ReactNode } from "react";
import { type Folded, foldEqual, wordChanges } from "./word-changes";

/** Read out around each change: not every screen reader tells inserted from deleted text. */
export type ChangeWords = Readonly<Record<"added" | "removed" | "end", string>>;

export type TextChangesProps = {
  readonly before: string;
  readonly after: string;
  readonly words: ChangeWords;
  /** What to say of so many equal words that are folded. */
  readonly folded: (count: number) => string;
};

export const Added = ({ children }: { children: ReactNode }) => (
  <ins className="bg-ok-50 text-ink decoration-ok-700 decoration-2 underline-offset-4">{children}</ins>
);

export const Removed = ({ children }: { children: ReactNode }) => (
  <del className="bg-err-50 text-ink-muted decoration-err-700 decoration-2">{children}</del>
);

/** What became of a text that people wrote, word by word: underlined what came, struck through what went, folded what stayed. */
export const TextChanges = ({ before, after, words, folded }: TextChangesProps) => (
  <div dir="auto" className="user-text whitespace-pre-line">
    {foldEqual(wordChanges(before, after)).map((part, place) => <Part key={place} part={part} words={words} folded={folded} />)}
  </div>
);

function Part({ part, words, folded }: { part: Folded } & Pick<TextChangesProps, "words" | "folded">) {
  switch (part.kind) {
    case "same":
      return <span>{part.text}</span>;
    case "folded":
      return (
        <details className="my-2">
          <summary className="cursor-pointer py-1 text-sm text-primary underline underline-offset-4">{folded(part.words)}</summary>
          {part.text.trim()}
        </details>
      );
    case "added":
      return <Added><Aloud>{words.added}</Aloud>{part.text}<Aloud>{words.end}</Aloud></Added>;
    case "removed":
      return <Removed><Aloud>{words.removed}</Aloud>{part.text}<Aloud>{words.end}</Aloud></Removed>;
  }
}

const Aloud = ({ children }: { children: ReactNode }) => <span className="sr-only"> {children} </span>;
