/**
 * Whether the judges can be compared with one another at all: only if shared entries link them, directly or over others.
 *
 * Source: the bipartite judge–entry graph must be connected (MacKay, Kenna, Low, Parker, "Calibration with confidence",
 * R. Soc. Open Sci. 4:160760, 2017); tested with union-find.
 */

import { byCodeUnit } from "./seeded-order";

/** This judge reads this entry. */
export type Pairing = { readonly submissionId: string; readonly judgeId: string };

/**
 * The judges in groups that share entries, over any number of steps; no entry is read by judges of two groups. Judge ids
 * ascend within a group and groups ascend by their first judge, whatever the order given.
 */
export function linkedParts(pairings: readonly Pairing[]): string[][] {
  const parents = new Map<string, string>();
  for (const { submissionId, judgeId } of pairings) {
    parents.set(rootOf(`judge ${judgeId}`, parents), rootOf(`entry ${submissionId}`, parents));
  }
  const parts = new Map<string, string[]>();
  for (const judgeId of [...new Set(pairings.map((pairing) => pairing.judgeId))].sort(byCodeUnit)) {
    const root = rootOf(`judge ${judgeId}`, parents);
    parts.set(root, [...(parts.get(root) ?? []), judgeId]);
  }
  return [...parts.values()];
}

// Halves the way to the root as it goes, which keeps later look-ups short.
function rootOf(node: string, parents: Map<string, string>): string {
  let current = node;
  let parent = parents.get(current) ?? current;
  while (parent !== current) {
    const grandparent = parents.get(parent) ?? parent;
    parents.set(current, grandparent);
    current = grandparent;
    parent = parents.get(current) ?? current;
  }
  return current;
}
