/**
 * Chance that can be repeated: a number that looks random but follows from a seed and a text.
 *
 * Source: our default. FNV-1a (Fowler, Noll, Vo) over the UTF-16 units, then the 32-bit finaliser of MurmurHash3 (Appleby), so
 * that texts differing in their last letter lie far apart. Whole-number arithmetic: the same on every machine. Not for secrets.
 */

/** A whole number from 0 to 2³² − 1 that depends on the text alone. Include the seed in the text. */
export function seededNumber(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** Ascending order of texts by code unit: unlike `localeCompare` it is the same in every language and version. */
export function byCodeUnit(left: string, right: string): -1 | 0 | 1 {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
