import { expect, test } from "vitest";
import { messagesOf } from "@/messages/catalogue";
import { readSources } from "./checks/sources";

test("every act that is recorded under a name of its own has words in both languages", () => {
  const acts = Object.values(readSources("src"))
    .flatMap((source) => [...source.matchAll(/action: "([a-z]+)\.([A-Za-z]+)"/g)])
    .map(([, module = "", act = ""]) => ({ module, act }));
  expect(acts.length).toBeGreaterThan(15);
  for (const locale of ["id", "en"] as const) {
    const words = messagesOf(locale).audit.act as Record<string, Record<string, string>>;
    expect(acts.filter(({ module, act }) => !words[module]?.[act]), locale).toEqual([]);
  }
});
