/**
 * Evens out how many entries each judge reads, until it cannot be made more even.
 *
 * Source: a choice is optimal exactly when no entry, and no chain of entries, can be passed from a judge to one who reads at
 * least two fewer (Harvey, Ladner, Lovász, Tamir, "Semi-matchings for bipartite graphs and load balancing", J. Algorithms
 * 59, 2006); with several judges per entry it is the same convex flow, of which these chains are the improving paths.
 */

/** Entries and judges by index. `loads` counts everything a judge reads, also what may not be passed on. */
export type Seating = {
  /** Judges who may newly read the entry; among them those who hold it now. */
  readonly open: readonly ReadonlySet<number>[];
  /** Judges who newly read the entry: the seats that may be passed on. */
  readonly held: readonly Set<number>[];
  readonly loads: number[];
};

/**
 * Passes held entries along chains of open judges until no chain leads to a judge with at least two fewer. Changes `held` and
 * `loads` in place. Every entry keeps its number of judges; the greatest load becomes the least possible.
 */
export function evenOut(seating: Seating): void {
  const passable = countPassable(seating);
  for (let chain = findChain(seating, passable); chain; chain = findChain(seating, passable)) {
    passAlong(chain, seating, passable);
  }
}

/** How many entries each judge could hand directly to each other judge: `[from][to]`. */
type Passable = number[][];

function countPassable(seating: Seating): Passable {
  const passable = seating.loads.map(() => seating.loads.map(() => 0));
  seating.held.forEach((_, entry) => countEntry(entry, 1, { seating, passable }));
  return passable;
}

function countEntry(entry: number, step: 1 | -1, { seating, passable }: { seating: Seating; passable: Passable }): void {
  const held = seating.held[entry] ?? new Set();
  for (const to of seating.open[entry] ?? []) {
    if (held.has(to)) continue;
    for (const from of held) {
      const row = passable[from];
      if (row) row[to] = (row[to] ?? 0) + step;
    }
  }
}

// The most burdened judges first, so that each chain lowers the greatest load it can.
function findChain({ loads }: Seating, passable: Passable): number[] | null {
  const burdened = loads.map((_, judge) => judge).sort((a, b) => loadOf(b, loads) - loadOf(a, loads) || a - b);
  for (const start of burdened) {
    const chain = chainFrom(start, loads, passable);
    if (chain) return chain;
  }
  return null;
}

// Breadth first: the shortest chain to the least burdened judge that can be reached.
function chainFrom(start: number, loads: readonly number[], passable: Passable): number[] | null {
  const before = new Map<number, number>([[start, start]]);
  let end = start;
  for (const judge of before.keys()) {
    if (loadOf(judge, loads) < loadOf(end, loads)) end = judge;
    passable[judge]?.forEach((entries, to) => {
      if (entries > 0 && !before.has(to)) before.set(to, judge);
    });
  }
  if (loadOf(start, loads) - loadOf(end, loads) < 2) return null;
  const chain = [end];
  for (let judge = end; judge !== start; chain.unshift(judge)) judge = before.get(judge) ?? start;
  return chain;
}

function passAlong(chain: readonly number[], seating: Seating, passable: Passable): void {
  for (let step = 0; step + 1 < chain.length; step += 1) {
    const from = chain[step] ?? 0;
    const to = chain[step + 1] ?? 0;
    const entry = seating.held.findIndex((held, index) => held.has(from) && !held.has(to) && isOpen(seating, index, to));
    countEntry(entry, -1, { seating, passable });
    seating.held[entry]?.delete(from);
    seating.held[entry]?.add(to);
    countEntry(entry, 1, { seating, passable });
    seating.loads[from] = loadOf(from, seating.loads) - 1;
    seating.loads[to] = loadOf(to, seating.loads) + 1;
  }
}

function isOpen({ open }: Seating, entry: number, judge: number): boolean {
  return open[entry]?.has(judge) ?? false;
}

function loadOf(judge: number, loads: readonly number[]): number {
  return loads[judge] ?? 0;
}
