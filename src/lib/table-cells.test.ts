import { describe, expect, test } from "vitest";
import { numberCell, textCell } from "./table-cells";

describe("a cell of a table file", () => {
  test.each(["=1+1", "+62 812", "-5", "@x", " =1+1", "\t=1", "\n=1", "\u00A0@x", "\uFEFF=1", "＝1", "\tx"])("«%s» is kept from being run", (text) => {
    expect(textCell(text)).toBe(`'${text}`);
  });

  test.each(["", "a=b", "3-5", "  x", "'=1"])("«%s» stays as it is", (text) => {
    expect(textCell(text)).toBe(text);
  });

  test("a number has the comma of an Indonesian spreadsheet, or the full stop of a data file", () => {
    expect([numberCell("76.675", "id"), numberCell("76.675", "en"), numberCell("90", "id")]).toEqual(["76,675", "76.675", "90"]);
  });
});
