import { expect, test } from "vitest";
import type { EditionRules } from "./edition-rules";
import { rulesNews } from "./rules-news";

const text = (words: string) => ({ id: words, en: words });
const section = (key: string, maxWords = 100) => ({ key, name: text(key), question: text(`${key}?`), guidance: text(""), maxWords, required: true, groups: null });
const rules = (sections: ReturnType<typeof section>[], groups = ["umum"]) => ({
  groups: groups.map((key) => ({ key })), categories: [{ key: "sehat" }], form: { sections }, statements: [],
}) as unknown as EditionRules;
const place = { groupKey: "umum", categoryKey: "sehat" };

test("the same rules bring nothing new", () => {
  expect(rulesNews(rules([section("a")]), rules([section("a")]), place)).toEqual([]);
});

test("sections that came, went or ask for another length are named", () => {
  const news = rulesNews(rules([section("a"), section("b")]), rules([section("a", 50), section("c")]), place);
  expect(news.map((each) => [each.kind, "name" in each ? each.name.id : ""])).toEqual([["SECTION_CHANGED", "a"], ["SECTION_NEW", "c"], ["SECTION_GONE", "b"]]);
});

test("a group or a category that is gone is said first", () => {
  expect(rulesNews(rules([]), rules([], ["lain"]), { groupKey: "umum", categoryKey: "laut" }).map(({ kind }) => kind)).toEqual(["GROUP_GONE", "CATEGORY_GONE"]);
});
