import type { Door } from "@/lib/door-register";

const HEAD = `# Who may pass which door

Written by \`tests/architecture/every-door-is-guarded.test.ts\`; a change here is a change of rights and is reviewed as one.
Policies stand in \`src/modules/<module>/policy\`; the first word of a door is its module. \`anybody\` needs no account.

| door | kind | policy |
| --- | --- | --- |
`;

export const registerTable = (doors: readonly Door[]): string =>
  HEAD + doors.map(({ name, kind, policy }) => `| ${name} | ${kind} | ${policy} |\n`).join("");
