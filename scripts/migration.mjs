// node scripts/migration.mjs <name> [--create-only]
// Writes the migration that leads from prisma/migrations to prisma/schema, and applies it to a throwaway database. With
// --create-only it is written and not applied: add SQL that the schema cannot express, then check it with `npm test`.
import { throwawayPostgres } from "./lib/postgres.mjs";
import { prisma } from "./lib/prisma.mjs";
import { command } from "./lib/command.mjs";
import { Refusal } from "./lib/refusal.mjs";

await command(async (life) => {
  const [name = "", ...options] = process.argv.slice(2);
  if (!/^[a-z0-9_]+$/.test(name)) throw new Refusal("Name the migration in lower case with underscores: node scripts/migration.mjs add_clinic_questions");
  const postgres = await throwawayPostgres();
  life.onStop(postgres.stop);
  await prisma(["migrate", "dev", "--name", name, ...options], { url: postgres.url, show: true });
  return 0;
}, { signalCode: 1 });
