import { describe, expect, test } from "vitest";
import { statementNames } from "./statement-names";

describe("names of statements", () => {
  test("the same statement keeps its name and another one gets another", () => {
    const nameOf = statementNames();
    const [first, second, again] = ["select 1", "select 2", "select 1"].map((sql) => nameOf({ sql }));
    expect(first).toMatch(/^[0-9a-f]{32}$/);
    expect(again).toBe(first);
    expect(second).not.toBe(first);
  });

  test("once there are many, new statements stay without a name and known ones keep theirs", () => {
    const nameOf = statementNames(2);
    const known = nameOf({ sql: "select 1" });
    nameOf({ sql: "select 2" });
    expect(nameOf({ sql: "select 3" })).toBe("");
    expect(nameOf({ sql: "select 1" })).toBe(known);
  });

  test("a written-out list stays without a name", () => {
    expect(statementNames()({ sql: `select ${"1, ".repeat(10_000)} 1` })).toBe("");
  });

  test("a statement that asks for a plan of its own stays without a name", () => {
    expect(statementNames()({ sql: "\n    /* own plan */ select 1" })).toBe("");
  });
});
