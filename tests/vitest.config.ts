import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL("..", import.meta.url));
const alias = { "@": `${root}src`, "~": `${root}prisma`, "#tests": `${root}tests` };

/** Counts the calls of a module that other files have read already: in a process of its own. */
const APART = "tests/integration/accounts/invitations.test.ts";

/** What tests on a real database need, each file its own. */
const onDatabase = {
  root,
  setupFiles: ["tests/support/database.ts", "tests/support/request.ts"],
  testTimeout: 60_000,
  hookTimeout: 60_000,
};

/** Tests that share the modules of a process. */
const together = (name: string, include: string[]) => ({
  resolve: { alias }, test: { name, root, isolate: false, include, testTimeout: 60_000, hookTimeout: 60_000 },
});

/*
 * Layers of one configuration: rules beside their code, the shape of the house, doors on a real database, and what only the
 * night has time for. A project with its own number of workers needs its own place in the order.
 */
export default defineConfig({
  root,
  resolve: { alias },
  test: {
    projects: [
      together("unit", ["src/**/*.test.ts", "src/**/*.test.tsx", "prisma/**/*.test.ts", "scripts/**/*.test.mjs"]),
      together("architecture", ["tests/architecture/**/*.test.ts"]),
      {
        resolve: { alias },
        test: {
          ...onDatabase, name: "integration", isolate: false, maxWorkers: 2, sequence: { groupOrder: 1 },
          include: ["tests/integration/**/*.test.ts"], exclude: [APART],
        },
      },
      { resolve: { alias }, test: { ...onDatabase, name: "integration-apart", maxWorkers: 1, sequence: { groupOrder: 2 }, include: [APART] } },
      { resolve: { alias }, test: { ...onDatabase, name: "nightly", testTimeout: 300_000, sequence: { groupOrder: 3 }, include: ["tests/nightly/**/*.test.ts"] } },
    ],
  },
});
