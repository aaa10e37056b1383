import { describe, expect, test } from "vitest";
import { messagesOf } from "@/messages/catalogue";
import { ROLES } from "@/modules/accounts/domain/roles";
import { SUBMISSION_STATUSES } from "@/modules/submission/domain/lifecycle";
import { DISPLAY_STATUSES } from "@/modules/submission/domain/visibility";
import { unknownKeys, unusedKeys } from "./checks/message-keys";
import { avoidedWords, differingArguments, lonelyKeys, textsOf, unreadableTexts, untranslated, type Texts } from "./checks/messages";
import { readSources } from "./checks/sources";

const sources = readSources("src");

/** Everything that stands in the files of a language, whether or not the catalogue has been told of the file. */
function textsOfLanguage(locale: string): Texts {
  const files = Object.entries(readSources(`src/messages/${locale}`));
  return textsOf(Object.fromEntries(files.map(([path, source]) => [nameOf(path), JSON.parse(source)])));
}
const nameOf = (path: string) => path.split("/").at(-1)!.replace(".json", "");

const id = textsOfLanguage("id");
const en = textsOfLanguage("en");

/** The "avoid" column of the glossary, and the words that its rules of style replace. */
const AVOIDED = [
  "SKPD", "OPD", "deadline", "draft", "upload", "download", "submit", "user", "login", "log ?in", "logout", "password", "email", "e-mail",
  "online", "offline", "link", "pranala", "plagiat", "protes", "dalam rangka", "melakukan pengiriman", "terkait dengan", "mohon kiranya",
  "Bapak/Ibu", "Anda lupa",
];

test("there are texts to look at", () => {
  expect(Object.keys(id).length).toBeGreaterThan(200);
});

test("both languages say the same things", () => {
  expect(lonelyKeys(id, en)).toEqual([]);
});

test("every file of texts is part of the catalogue", () => {
  const files = Object.keys(readSources("src/messages/id")).map(nameOf).sort();
  expect(Object.keys(messagesOf("id")).sort()).toEqual(files);
  expect(Object.keys(messagesOf("en")).sort()).toEqual(files);
});

describe.each([["Indonesian", id], ["English", en]])("%s", (_, texts) => {
  test("every text can be read as a message", () => {
    expect(unreadableTexts(texts)).toEqual([]);
  });
});

test("a text asks for the same values in both languages", () => {
  expect(differingArguments(id, en)).toEqual([]);
});

test("no longer text stands in the wrong language", () => {
  expect(untranslated(id, en)).toEqual([]);
});

test("no text is kept that nobody reads", () => {
  expect(unusedKeys(Object.keys(id), sources)).toEqual([]);
});

test("every refusal has its sentence", () => {
  expect(unknownKeys(Object.keys(id), sources)).toEqual([]);
});

test("no Indonesian text uses a word that the glossary avoids", () => {
  expect(avoidedWords(id, AVOIDED)).toEqual([]);
});

test("every role and every status of a proposal has its word in both languages", () => {
  const needed = [
    ...ROLES.map((role) => `accounts.role.${role}`),
    ...new Set([...SUBMISSION_STATUSES, ...DISPLAY_STATUSES].map((status) => `submission.status.${status}`)),
  ];
  expect(needed.filter((key) => !(key in id) || !(key in en))).toEqual([]);
});
