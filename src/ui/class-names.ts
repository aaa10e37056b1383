/** Joins the classes that apply; `false` and `undefined` stand for "not now". */
export const classNames = (...parts: readonly (string | false | undefined)[]): string => parts.filter(Boolean).join(" ");
