import type { DemonstrationEntry, EnterOptions } from "./demonstration";
import { demonstrationFile, enter, marked } from "./demonstration";
import type { GeneratedSubmission } from "./submissions";

/**
 * The five innovations with which Pemerintah Kota Parepare entered the competition of 2020, for an edition with the form of
 * that year. Call Centre 112, Top 40 of 2018, is in the special group.
 */
export function parepareSubmissions(options: EnterOptions): GeneratedSubmission[] {
  const entries = demonstrationFile<DemonstrationEntry>("parepare").map((entry) => ({
    ...entry,
    answers: Object.fromEntries(Object.entries(entry.answers).map(([section, text]) => [section, marked(text)])),
  }));
  return enter(entries, "Parepare", options);
}
