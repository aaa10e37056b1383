import { fieldsOf } from "@/lib/typed-fields";

/** No form of ours nests deeper. Each dot is an object of its own, and a form of 1 MB has room for half a million. */
const MOST_DOTS = 2;

type Tree = { [name: string]: Tree | string | string[] };

/**
 * Turns a form into the plain object that a schema judges. `marks.novelty` nests, a name that ends in `[]` is a list even
 * with one value, a repeated name is a list; a name with more dots than any of ours stays whole, and no schema knows it. Files
 * never come this way, and the framework's own fields are left out.
 */
export function readForm(form: Iterable<[string, FormDataEntryValue]>): Record<string, unknown> {
  const tree: Tree = Object.create(null) as Tree;
  for (const [name, values] of fieldsOf(form)) {
    const isList = name.endsWith("[]");
    const segments = (isList ? name.slice(0, -2) : name).split(".", MOST_DOTS + 2);
    plant(tree, segments.length > MOST_DOTS + 1 ? [name] : segments, isList || values.length > 1 ? values : (values[0] ?? ""));
  }
  return tree;
}

function plant(tree: Tree, segments: string[], value: string | string[]): void {
  let branch = tree;
  for (const segment of segments.slice(0, -1)) {
    const next = branch[segment];
    branch = typeof next === "object" && !Array.isArray(next) ? next : (branch[segment] = Object.create(null) as Tree);
  }
  branch[segments.at(-1) ?? ""] = value;
}
