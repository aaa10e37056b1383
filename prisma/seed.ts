// tsx prisma/seed.ts [--reference-only] [--scale national|kipp-2020]
// Loads what a portal begins with: always the agencies and past results; then the demonstration, or only the data set that is
// named. What is loaded is not loaded again, and a part is loaded whole or not at all.
import { parseArgs } from "node:util";
import { db } from "@/lib/db";
import { loadDemonstration } from "./seed/demo";
import { inviteFirstAdmin } from "./seed/first-admin";
import { databaseSize, loadKipp2020, loadNational } from "./seed/national";
import { loadReference } from "./seed/reference";
import { once } from "./seed/step";

const SCALES = {
  national: { marker: "national", name: "KIPP-3178", load: loadNational },
  "kipp-2020": { marker: "kipp-2020 in full", name: "KIPP 2020 in full", load: loadKipp2020 },
};

// Nothing is signed here, but the settings are checked as a whole.
process.env.NEXTAUTH_SECRET ||= "not used by the seed";

try {
  await seed(wanted());
} catch (error) {
  console.error(error instanceof RangeError || error instanceof TypeError ? error.message : error);
  process.exitCode = 1;
} finally {
  await db.$disconnect();
}

async function seed({ referenceOnly, scale }: ReturnType<typeof wanted>): Promise<void> {
  await once({ marker: "reference", name: "Agencies and past results", load: loadReference });
  if (referenceOnly) return inviteFirstAdmin();
  if (!scale) return loadDemonstration();

  await once(SCALES[scale]);
  console.log(`The database holds ${await databaseSize()}.`);
}

function wanted(): { referenceOnly: boolean; scale?: keyof typeof SCALES } {
  const { values } = parseArgs({ options: { "reference-only": { type: "boolean", default: false }, scale: { type: "string" } } });
  const { scale } = values;
  if (scale !== undefined && !isScale(scale)) throw new RangeError(`--scale ${scale}: there is ${Object.keys(SCALES).join(" and ")}.`);
  return { referenceOnly: values["reference-only"], scale };
}

function isScale(text: string): text is keyof typeof SCALES {
  return Object.hasOwn(SCALES, text);
}
