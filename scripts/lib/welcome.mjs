// What a stranger reads when the portal is up.
import { demonstrationPeople } from "./database.mjs";

/** @param {{url: string, embedded: boolean}} portal */
export function welcome({ url, embedded }) {
  const people = embedded ? demonstrationPeople() : [];
  const lines = ["", `Sinovik answers on ${url}`, ""];
  if (people.length > 0) lines.push(`It shows a demonstration. Sign in on ${url}/masuk as one of these people:`, "", ...table(people), "");
  lines.push(`To stop it, press Ctrl-C.${embedded ? " The data stay in .data until you delete that folder." : ""}`, "");
  console.log(lines.join("\n"));
}

/** @param {ReturnType<typeof demonstrationPeople>} people */
function table(people) {
  const heads = ["Role", "Name", "Workspace", "E-mail", "Password"];
  const rows = people.map(({ role, name, workspace, email, password }) => [role, name, workspace, email, password].map((cell) => cell ?? ""));
  const widths = heads.map((head, column) => Math.max(head.length, ...rows.map((row) => row[column]?.length ?? 0)));
  const line = (/** @type {string[]} */ cells) => `  ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  ")}`.trimEnd();
  return [line(heads), line(widths.map((width) => "─".repeat(width))), ...rows.map(line)];
}
