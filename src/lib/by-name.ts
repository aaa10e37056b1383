const collator = new Intl.Collator("id", { numeric: true });

/** The order of names in a list: as an Indonesian reader expects it, and 3 before 10. */
export const byName = (left: { name: string }, right: { name: string }): number => collator.compare(left.name, right.name);
