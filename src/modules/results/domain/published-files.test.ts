import { describe, expect, it } from "vitest";
import { askedFile, versioned } from "./published-files";

describe("names of published files", () => {
  it.each([
    ["data.csv", { file: "table", version: null, wholeName: null }],
    ["data-v2.csv", { file: "table", version: 2, wholeName: null }],
    ["data.json", { file: "data", version: null, wholeName: null }],
    ["sha256sums-v12.txt", { file: "sums", version: 12, wholeName: null }],
    ["id-v1.html", { file: "pageId", version: 1, wholeName: null }],
    ["kipp-2020-top-99-v1-SEMENTARA.csv", { file: "table", version: 1, wholeName: "kipp-2020-top-99-v1-SEMENTARA.csv" }],
    ["kipp-2020-top-99-v2.en.html", { file: "pageEn", version: 2, wholeName: "kipp-2020-top-99-v2.en.html" }],
  ])("reads %s", (name, asked) => {
    expect(askedFile(name)).toEqual(asked);
  });

  it.each(["data-v0.csv", "data.xlsx", "data-v1.csv.html", "other.csv", "../data.csv", "data-v99999.csv", "DATA.CSV", ""])("knows no %j", (name) => {
    expect(askedFile(name)).toBeNull();
  });

  it("reads what it wrote", () => {
    expect(askedFile(versioned("data.json", 3))).toEqual({ file: "data", version: 3, wholeName: null });
  });
});
