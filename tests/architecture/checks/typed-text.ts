/** In: a source. Out: each `z.string()` that goes on to a `.max(…)` or `.length(…)` of its own. */
export function ownLimits(source: string): string[] {
  return [...source.matchAll(/z\s*\.string\(\)/g)].flatMap(({ index, 0: start }) => {
    const chain = callsAfter(source, index + start.length);
    return /\.(max|length)\($/.test(chain) ? [(start + chain).replaceAll(/\s+/g, " ")] : [];
  });
}

/** The calls that are chained here, up to the name of the first limit. */
function callsAfter(source: string, from: number): string {
  let at = from;
  for (;;) {
    const call = /^\s*\.(\w+)\(/.exec(source.slice(at, at + 200));
    if (!call) return source.slice(from, at);
    at += call[0].length;
    if (call[1] === "max" || call[1] === "length") return source.slice(from, at);
    for (let depth = 1; depth > 0 && at < source.length; at += 1) depth += source[at] === "(" ? 1 : source[at] === ")" ? -1 : 0;
  }
}
