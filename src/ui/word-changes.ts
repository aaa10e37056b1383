import { diffArrays } from "diff";

export type Change = { readonly kind: "same" | "added" | "removed"; readonly text: string };

/** A run of equal words that is too long to be read again stands folded between its first and its last words. */
export type Folded = Change | { readonly kind: "folded"; readonly text: string; readonly words: number };

/** Beyond so many words that differ the search takes too long, and nobody would read them one beside the other. */
const MOST_EDITS = 800;

/** Equal words that stay open before and after a change. */
const WORDS_AROUND = 12;

/**
 * What became of a text, word by word. Same and added, put together, are the new text; same and removed the old one. Texts with
 * too little in common are compared line by line, and as a whole where that is too much as well.
 */
export function wordChanges(before: string, after: string): readonly Change[] {
  if (before === after) return before === "" ? [] : [{ kind: "same", text: before }];
  return changesOf(wordsOf(before), wordsOf(after)) ?? changesOf(linesOf(before), linesOf(after)) ?? replaced(before, after);
}

/** The same changes with the long equal runs folded. */
export function foldEqual(changes: readonly Change[]): readonly Folded[] {
  return changes.flatMap((change, place): Folded[] => {
    if (change.kind !== "same") return [change];
    const words = wordsOf(change.text);
    const head = place === 0 ? 0 : WORDS_AROUND;
    const tail = place === changes.length - 1 ? 0 : WORDS_AROUND;
    const folded = words.length - head - tail;
    if (folded <= WORDS_AROUND) return [change];
    const parts: Folded[] = [
      { kind: "same", text: words.slice(0, head).join("") },
      { kind: "folded", text: words.slice(head, words.length - tail).join(""), words: folded },
      { kind: "same", text: words.slice(words.length - tail).join("") },
    ];
    return parts.filter(({ text }) => text !== "");
  });
}

/** Each with the space before it, so that what is put together again is the text. */
const wordsOf = (text: string): string[] => piecesOf(text, /\s+/gu);
const linesOf = (text: string): string[] => piecesOf(text, /\n+/gu);

/** Cut before each run of the pattern; no pattern that a long run could slow. */
function piecesOf(text: string, gap: RegExp): string[] {
  const cuts = [...text.matchAll(gap)].map(({ index }) => index).filter((at) => at > 0);
  return [0, ...cuts].map((from, place) => text.slice(from, cuts[place])).filter((piece) => piece !== "");
}

function changesOf(before: string[], after: string[]): Change[] | null {
  const parts = diffArrays(before, after, { maxEditLength: MOST_EDITS });
  return parts?.map(({ added, removed, value }) => ({ kind: added ? "added" : removed ? "removed" : "same", text: value.join("") })) ?? null;
}

function replaced(before: string, after: string): Change[] {
  const parts: Change[] = [{ kind: "removed", text: before }, { kind: "added", text: after }];
  return parts.filter(({ text }) => text !== "");
}
