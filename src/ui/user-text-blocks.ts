export type UserTextBlock =
  | { readonly kind: "paragraph"; readonly text: string }
  | { readonly kind: "list"; readonly items: readonly string[] };

/**
 * Splits what a person typed into paragraphs (parted by empty lines; single line ends are kept inside the text) and
 * lists (lines that begin with "- ", "* " or "• "). Nothing is dropped but control characters, which no reader sees.
 */
export const userTextBlocks = (text: string): readonly UserTextBlock[] => {
  const blocks: UserTextBlock[] = [];
  let lines: string[] = [];
  let items: string[] = [];
  const flush = () => {
    if (lines.length > 0) blocks.push({ kind: "paragraph", text: lines.join("\n") });
    if (items.length > 0) blocks.push({ kind: "list", items });
    lines = [];
    items = [];
  };
  for (const line of cleaned(text).split("\n")) {
    const item = listItemOf(line.trim());
    if (line.trim() === "" || (item === undefined ? items : lines).length > 0) flush();
    if (item !== undefined) items.push(item);
    else if (line.trim() !== "") lines.push(line.trimEnd());
  }
  flush();
  return blocks;
};

/** The words after the dash; a dash without words is not an item. No pattern that a long run of spaces could slow. */
const listItemOf = (line: string): string | undefined => (/^[-*•]\s/u.test(line) ? line.slice(1).trim() : undefined);

const cleaned = (text: string): string => text.replace(/\r\n?/gu, "\n").replace(/[^\P{Cc}\n\t]/gu, "");
