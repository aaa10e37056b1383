import { expect, it } from "vitest";
import { userTextBlocks } from "./user-text-blocks";

it("keeps line ends inside a paragraph and parts paragraphs at empty lines", () => {
  expect(userTextBlocks("satu\r\ndua\n\n\ntiga")).toEqual([
    { kind: "paragraph", text: "satu\ndua" },
    { kind: "paragraph", text: "tiga" },
  ]);
});

it("makes one list of neighbouring lines that begin with a dash, an asterisk or a bullet", () => {
  expect(userTextBlocks("Alat:\n- satu\n* dua\n• tiga\nselesai")).toEqual([
    { kind: "paragraph", text: "Alat:" },
    { kind: "list", items: ["satu", "dua", "tiga"] },
    { kind: "paragraph", text: "selesai" },
  ]);
});

it("does not take a negative number or a lone dash for a list", () => {
  expect(userTextBlocks("-5 derajat\n-")).toEqual([{ kind: "paragraph", text: "-5 derajat\n-" }]);
});

it("drops control characters and nothing else", () => {
  expect(userTextBlocks("a\u0000b\u0007\tc \u{1F600} \u202Eabc")).toEqual([
    { kind: "paragraph", text: "ab\tc \u{1F600} \u202Eabc" },
  ]);
});

it("leaves markup as the letters it is made of", () => {
  expect(userTextBlocks("<script>alert(1)</script>")).toEqual([{ kind: "paragraph", text: "<script>alert(1)</script>" }]);
});

it("takes two hundred thousand characters without a line end, where a slow pattern would outlast the time a test has", () => {
  expect(userTextBlocks("x".repeat(200_000))).toHaveLength(1);
  expect(userTextBlocks("- ".repeat(100_000))).toHaveLength(1);
  expect(userTextBlocks(`-${" ".repeat(200_000)}x\n${" ".repeat(200_000)}`)).toHaveLength(1);
});

it("finds nothing in empty text", () => {
  expect(userTextBlocks(" \n\n ")).toEqual([]);
});
