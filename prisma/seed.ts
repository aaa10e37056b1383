// tsx prisma/seed.ts [--reference-only] [--scale national]
// Loads what a portal begins with. What is loaded is not loaded again, and a part is loaded whole or not at all.
import { parseArgs } from "node:util";
import { db } from "@/lib/db";
import { loadCast, writePeopleFile } from "./seed/cast";
import { loadEvaluation, loadRegistration } from "./seed/demo";
import { loadReference } from "./seed/reference";
import { once } from "./seed/step";

// Nothing is signed here, but the settings are checked as a whole.
process.env.NEXTAUTH_SECRET ||= "not used by the seed";

const { values } = parseArgs({
  options: { "reference-only": { type: "boolean", default: false }, scale: { type: "string" } },
});

try {
  await once({ marker: "reference", name: "Agencies and past results", load: loadReference });
  if (!values["reference-only"]) await loadDemonstration();
} finally {
  await db.$disconnect();
}

async function loadDemonstration(): Promise<void> {
  await once({ marker: "demo: cast", name: "People to sign in as", load: loadCast });
  await once({ marker: "demo: kipp-2021", name: "KIPP 2021", load: loadRegistration });
  await once({ marker: "demo: kipp-2021-penilaian", name: "KIPP 2021, evaluation", load: loadEvaluation });
  await once({ marker: "demo", name: "Demonstration", load: async () => "complete" });
  writePeopleFile();
}
