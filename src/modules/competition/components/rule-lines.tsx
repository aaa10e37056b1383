export type RuleLine = { line: number; path: string; quote: string; text: string };

/** Lines of a rules file, each as it stands there, with its place in the rules and what to do; `{line}` in the label is its number. */
export function RuleLines({ title, lines, lineLabel }: { title: string; lines: readonly RuleLine[]; lineLabel: string }) {
  return (
    <section aria-label={title}>
      <h2 className="text-h3">{title}</h2>
      <ol className="mt-3 flex flex-col gap-3">
        {lines.map(({ line, path, quote, text }, index) => (
          <li key={`${line}-${index}`} className="border-s-4 border-err-700 ps-3">
            <strong>{lineLabel.replace("{line}", String(line))}</strong>
            {path && <> · <span className="text-ink-muted">{path}</span></>}: {text}
            {quote && <code className="mt-1 block max-w-full bg-surface px-2 py-1 text-sm break-words whitespace-pre-wrap">{quote}</code>}
          </li>
        ))}
      </ol>
    </section>
  );
}
