import type { RubricRule } from "@/modules/competition/domain/edition-rules";
import type { Marks, Remarks } from "../../domain/scoring";
import type { Part } from "./sheet-saver";

/** What stands in the boxes of a sheet, by their names. */
export type Texts = Readonly<Record<string, string>>;

/** What the server has of a sheet. */
export type StoredSheet = { marks: Marks; remarks: Remarks; remark: string };

/** Boxes whose text the server has not acknowledged: what it had of each, and what stands in it. */
export type KeptBoxes = Readonly<Record<string, { was: string; is: string }>>;

/** What the server has, as the boxes would hold it. */
export function storedTexts({ marks, remarks, remark }: StoredSheet, { criteria }: Pick<RubricRule, "criteria">): Texts {
  const boxes = criteria.flatMap(({ key }) => [[`marks.${key}`, key in marks ? String(marks[key]) : ""], [`remarks.${key}`, remarks[key] ?? ""]]);
  return { ...Object.fromEntries(boxes), remark };
}

/** What the server will have after a part of the sheet was saved: with its mark a remark goes too. */
function textsOf({ marks, remarks, remark }: Part): Texts {
  const boxes = Object.entries(marks).flatMap(([key, mark]) => [[`marks.${key}`, mark === null ? "" : String(mark)], [`remarks.${key}`, mark === null ? "" : (remarks[key] ?? "")]]);
  return { ...Object.fromEntries(boxes), ...(remark !== undefined && { remark }) };
}

/** Knows what the server has acknowledged of a sheet, and what was sent without an answer. */
export function createLedger(stored: Texts) {
  let acknowledged = stored;
  let inDoubt: Texts[] = [];
  return {
    sent: (part: Part) => void inDoubt.push(textsOf(part)),
    saved(part: Part) {
      acknowledged = { ...acknowledged, ...textsOf(part) };
      inDoubt = [];
    },
    unsaved: (boxes: Texts): KeptBoxes => differing(boxes, acknowledged),
    /**
     * Whether all that the server has now came from this page: the answer to a save was lost, the save was not. In: what it
     * has. Out: whether it does; then it counts as acknowledged.
     */
    adopt(now: Texts): boolean {
      const changed = Object.entries(differing(now, acknowledged));
      if (!changed.every(([name, { is }]) => inDoubt.some((part) => name in part && isSameText(name, part[name] ?? "", is)))) return false;
      acknowledged = now;
      inDoubt = [];
      return true;
    },
  };
}

const differing = (texts: Texts, before: Texts): KeptBoxes =>
  Object.fromEntries(Object.entries(texts).flatMap(([name, is]) => {
    const was = before[name] ?? "";
    return isSameText(name, is, was) ? [] : [[name, { was, is }] as const];
  }));

/** The same to the server: `085` is the mark 85, and a text keeps one kind of line end. */
function isSameText(name: string, one: string, other: string): boolean {
  const plain = (text: string) => {
    const trimmed = text.replaceAll(/\r\n?/g, "\n").normalize("NFC").trim();
    return name.startsWith("marks.") && /^\d+$/.test(trimmed) ? String(Number(trimmed)) : trimmed;
  };
  return plain(one) === plain(other);
}

/**
 * In: what a device kept, and what the server has now. Out: the boxes that are still to be saved, and whether none of them was
 * changed on the server meanwhile; null when everything has arrived, or it is nothing of this sheet.
 */
export function leftOver(kept: unknown, stored: Texts): { boxes: KeptBoxes; isUntouched: boolean } | null {
  if (!isKeptBoxes(kept)) return null;
  const left = Object.entries(kept).filter(([name, { is }]) => name in stored && !isSameText(name, is, stored[name] ?? ""));
  if (left.length === 0) return null;
  return { boxes: Object.fromEntries(left), isUntouched: left.every(([name, { was }]) => isSameText(name, was, stored[name] ?? "")) };
}

function isKeptBoxes(kept: unknown): kept is KeptBoxes {
  const isBox = (box: unknown) => typeof box === "object" && box !== null && "was" in box && "is" in box && typeof box.was === "string" && typeof box.is === "string";
  return typeof kept === "object" && kept !== null && Object.values(kept).every(isBox);
}
