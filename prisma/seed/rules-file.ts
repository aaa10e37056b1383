import { readFileSync } from "node:fs";
import type { EditionRules } from "@/modules/competition/domain/edition-rules";
import { readRules } from "@/modules/competition/schema";

/** A rules file of `prisma/rules/`, checked as one that an organiser brings. */
export function rulesFile(name: "kipp-2020" | "kipp-2021" | "kipp-banyumas-2020"): EditionRules {
  const read = readRules(readFileSync(new URL(`../rules/${name}.yaml`, import.meta.url), "utf8"));
  if (!read.ok) throw new Error(`${name}.yaml: ${read.problems.map(({ line, key }) => `line ${line}: ${key}`).join("; ")}`);
  return read.rules;
}
