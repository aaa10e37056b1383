import type { DemonstrationEntry, EnterOptions } from "./demonstration";
import { demonstrationFile, enter, marked } from "./demonstration";
import type { GeneratedSubmission } from "./submissions";
import { groupOf, sectionsOf } from "./submissions";

const GROUP = "umum";

/** The Top 10 of Kabupaten Banyumas in 2020 as submissions of its own competition, in the general group, with short texts. */
export function banyumasSubmissions(options: EnterOptions): GeneratedSubmission[] {
  const sections = sectionsOf(options.rules, groupOf(options.rules, GROUP));
  const entries = demonstrationFile<Omit<DemonstrationEntry, "group" | "answers"> & { idea: string }>("banyumas")
    .map(({ idea, ...entry }) => ({
      ...entry,
      group: GROUP,
      answers: Object.fromEntries(sections.map(({ key, name }) => [key, marked(`${name.id}: ${idea}`)])),
    }));
  return enter(entries, "Banyumas", options);
}
