// tsx prisma/seed.ts [--reference-only] [--scale national|kipp-2020]
// Loads what a portal begins with: always the agencies and past results; then the demonstration, or only the data set that is
// named. What is loaded is not loaded again, and a part is loaded whole or not at all.
// With --reference-only and SINOVIK_ADMIN_EMAIL it prints the link with which the first super admin signs up.
// The list of people to sign in as goes to people.json in SINOVIK_DATA_DIR (.data without it).
import { parseArgs } from "node:util";
import { db } from "@/lib/db";
import { loadDemonstration } from "./seed/demo";
import { inviteFirstAdmin } from "./seed/first-admin";
import { databaseSize, loadKipp2020, loadNational } from "./seed/national";
import { loadReference } from "./seed/reference";
import { once, Refusal } from "./seed/step";

const SCALES = {
  national: { marker: "national", name: "KIPP-3178", load: loadNational },
  "kipp-2020": { marker: "kipp-2020 in full", name: "KIPP 2020 in full", load: loadKipp2020 },
};

// Nothing is signed here, but the settings are checked as a whole.
process.env.NEXTAUTH_SECRET ||= "not used by the seed";

try {
  const asked = wanted();
  await seed(asked).finally(() => db.$disconnect());
} catch (error) {
  console.error(error instanceof Refusal ? error.message : error);
  process.exitCode = 1;
}

async function seed({ referenceOnly, scale }: ReturnType<typeof wanted>): Promise<void> {
  await once({ marker: "reference", name: "Agencies and past results", load: loadReference });
  if (referenceOnly) return inviteFirstAdmin();
  if (!scale) return loadDemonstration();

  await once(SCALES[scale]);
  console.log(`The database holds ${await databaseSize()}.`);
}

function wanted(): { referenceOnly: boolean; scale?: keyof typeof SCALES } {
  const { "reference-only": referenceOnly, scale } = options();
  if (scale !== undefined && !isScale(scale)) throw new Refusal(`--scale ${scale}: there is ${Object.keys(SCALES).join(" and ")}.`);
  return { referenceOnly, scale };
}

function options() {
  try {
    return parseArgs({ options: { "reference-only": { type: "boolean", default: false }, scale: { type: "string" } } }).values;
  } catch (error) {
    throw new Refusal(error instanceof Error ? error.message : String(error));
  }
}

function isScale(text: string): text is keyof typeof SCALES {
  return Object.hasOwn(SCALES, text);
}
