import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL("..", import.meta.url));
const alias = { "@": `${root}src`, "~": `${root}prisma`, "#tests": `${root}tests` };

/** Counts the calls of a module that other files have read already: in a process of its own. */
const APART = "tests/integration/accounts/invitations.test.ts";

/** Layers of one configuration: rules beside their code, the shape of the house, doors on a real database, and what only the night has time for. */
export default defineConfig({
  root,
  resolve: { alias },
  test: {
    projects: [
      {
        resolve: { alias },
        test: { name: "unit", root, isolate: false, include: ["src/**/*.test.ts", "src/**/*.test.tsx", "prisma/**/*.test.ts", "scripts/**/*.test.mjs"], testTimeout: 60_000 },
      },
      {
        resolve: { alias },
        test: { name: "architecture", root, isolate: false, include: ["tests/architecture/**/*.test.ts"], testTimeout: 60_000, hookTimeout: 60_000 },
      },
      {
        resolve: { alias },
        test: {
          name: "integration",
          root,
          isolate: false,
          include: ["tests/integration/**/*.test.ts"],
          exclude: [APART],
          setupFiles: ["tests/support/database.ts", "tests/support/request.ts"],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          maxWorkers: 2,
          // After the others: a project with its own number of workers needs its own place in the order.
          sequence: { groupOrder: 1 },
        },
      },
      {
        resolve: { alias },
        test: {
          name: "integration-apart",
          root,
          include: [APART],
          setupFiles: ["tests/support/database.ts", "tests/support/request.ts"],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          maxWorkers: 1,
          sequence: { groupOrder: 2 },
        },
      },
      {
        resolve: { alias },
        test: {
          name: "nightly",
          root,
          include: ["tests/nightly/**/*.test.ts"],
          setupFiles: ["tests/support/database.ts", "tests/support/request.ts"],
          testTimeout: 300_000,
          hookTimeout: 60_000,
          sequence: { groupOrder: 3 },
        },
      },
    ],
  },
});
