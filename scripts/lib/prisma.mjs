import { readdirSync } from "node:fs";
import { join } from "node:path";
import { bin, root, runNode } from "./process.mjs";

/** An address where nothing answers: for commands that want a value and use none. */
const NO_DATABASE = "postgresql://none@127.0.0.1:1/none";

/**
 * Runs Prisma's command line with the engine that npm brought.
 *
 * @param {string[]} args
 * @param {{url?: string, show?: boolean}} [options]
 */
export function prisma(args, { url = NO_DATABASE, show = false } = {}) {
  const engine = process.env.PRISMA_SCHEMA_ENGINE_BINARY ?? join(root, "scripts/prisma-schema-engine.mjs");
  const env = { DATABASE_URL: url, PRISMA_SCHEMA_ENGINE_BINARY: engine, PRISMA_HIDE_UPDATE_MESSAGE: "1", CHECKPOINT_DISABLE: "1" };
  return runNode([bin("prisma", "build/index.js"), ...args], { env, show });
}

/** @param {string} url */
export const deployMigrations = (url) => prisma(["migrate", "deploy"], { url });

/** The names of the migrations in the folder, oldest first. @returns {string[]} */
export function migrationNames() {
  try {
    const entries = readdirSync(join(root, "prisma/migrations"), { withFileTypes: true });
    return entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name).sort();
  } catch {
    return [];
  }
}
