import { describe, expect, it } from "vitest";
import { askedFile, versioned } from "./published-files";

describe("names of published files", () => {
  it.each([
    ["data.csv", { file: "table", version: null }],
    ["data-v2.csv", { file: "table", version: 2 }],
    ["data.json", { file: "data", version: null }],
    ["sha256sums-v12.txt", { file: "sums", version: 12 }],
  ])("reads %s", (name, asked) => {
    expect(askedFile(name)).toEqual(asked);
  });

  it.each(["data-v0.csv", "data.xlsx", "data-v1.csv.html", "other.csv", "../data.csv", "data-v99999.csv", "DATA.CSV", ""])("knows no %j", (name) => {
    expect(askedFile(name)).toBeNull();
  });

  it("reads what it wrote", () => {
    expect(askedFile(versioned("data.json", 3))).toEqual({ file: "data", version: 3 });
  });
});
