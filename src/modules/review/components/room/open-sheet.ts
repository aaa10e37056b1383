import type { RefObject } from "react";
import type { RubricRule } from "@/modules/competition/domain/edition-rules";
import { type CopyKey, dropFound, findCopy, forgetPlace, keepCopy } from "@/ui/autosave/device-store";
import { createKeeper, type Keeper } from "@/ui/autosave/keeper";
import { listenToPage } from "@/ui/autosave/page-events";
import type { Marks } from "../../domain/scoring";
import { marksIn, partOf, textsIn, touchedBy, typeInto, unsavableIn, type Unsavable } from "./sheet-boxes";
import { createLedger, leftOver, storedTexts, type KeptBoxes, type StoredSheet, type Texts } from "./sheet-ledger";
import { senderFor } from "./sheet-request";
import { createSheetSaver, type SaveState, type SheetSaver } from "./sheet-saver";

export type OpenSheet = StoredSheet & { address: string; assignmentId: string; version: number; rubric: RubricRule; isFinished: boolean };

/** What the device kept of a sheet: it stands in its boxes again, or its judge is asked first. */
export type FoundBoxes = { boxes: KeptBoxes; at: string; isRestored: boolean };

export type Seen = {
  marks: Marks;
  version: number;
  state: SaveState;
  isTouched: boolean;
  unsavable: Unsavable;
  /** The device holds what the server does not have yet. */
  isOnDevice: boolean;
  found: FoundBoxes | null;
};

type Page = { writerId: string; anchor: RefObject<HTMLInputElement | null>; see: (news: Partial<Seen>) => void };

/** Where a device keeps what its judge typed in a sheet. */
export const copyOfSheet = ({ writerId, assignmentId }: { writerId: string; assignmentId: string }): CopyKey => ({ writerId, place: `lembar.${assignmentId}` });

/** A sheet while its page is open: what is typed is saved by itself, and is kept on the device until the server has it. */
export function openSheet(form: HTMLFormElement, sheet: OpenSheet, { writerId, anchor, see }: Page) {
  const { rubric, isFinished, assignmentId } = sheet;
  const copy = copyOfSheet({ writerId, assignmentId });
  const stored = storedTexts(sheet, rubric);
  const ledger = createLedger(stored);
  const keeper = createKeeper<KeptBoxes>({ write: (boxes) => keepCopy(copy, boxes), onKept: (isOnDevice) => see({ isOnDevice }) });
  const note = () => {
    const unsaved = ledger.unsaved(textsIn(form, rubric));
    keeper.keep(Object.keys(unsaved).length > 0 ? unsaved : null);
  };
  const saver = saverOf(form, { ...sheet, writerId }, { ledger, note, see });
  const sending = { isSent: false };
  const stop = new AbortController();
  const onInput = (event: Event) => {
    const key = touchedBy(event.target);
    if (!key) return;
    see({ isTouched: true, marks: marksIn(form, rubric), unsavable: unsavableIn(form, rubric) });
    note();
    if (!isFinished) saver.change(key);
  };
  form.addEventListener("input", onInput, stop);
  form.addEventListener("submit", sendInTurn(form, { saver, anchor, sending }), stop);
  const unlisten = listenToPage({ flush: saver.settle }, keeper, writerId);
  void restore(form, { copy, stored, rubric, keeper, signal: stop.signal }).then((found) => found && see({ found }));
  return {
    copy,
    /** The form came back with an answer: it has not led away. */
    answered: () => void (sending.isSent = false),
    stop() {
      stop.abort();
      unlisten();
      saver.stop();
      if (!sending.isSent) return keeper.flush();
      keeper.drop();
      void forgetPlace(copy);
    },
  };
}

type Tied = { ledger: ReturnType<typeof createLedger>; note: () => void; see: Page["see"] };

function saverOf(form: HTMLFormElement, { version, rubric, address, assignmentId, writerId }: OpenSheet & { writerId: string }, { ledger, note, see }: Tied): SheetSaver {
  const saver: SheetSaver = createSheetSaver({
    version,
    read: (keys) => partOf(form, keys, rubric),
    send: senderFor({ address, assignmentId, writerId }),
    onSending: ledger.sent,
    onSaved: (part) => {
      ledger.saved(part);
      note();
    },
    isOwn: (now) => ledger.adopt(storedTexts(now, rubric)),
    onState: (state) => see({ state, version: saver.version() }),
    random: Math.random,
  });
  return saver;
}

type Restoring = { copy: CopyKey; stored: Texts; rubric: RubricRule; keeper: Keeper<KeptBoxes>; signal: AbortSignal };

/** Puts back what was kept, where neither the server nor its judge has changed those boxes meanwhile. */
async function restore(form: HTMLFormElement, { copy, stored, rubric, keeper, signal }: Restoring): Promise<FoundBoxes | null> {
  const kept = await findCopy(copy, (value) => leftOver(value, stored) !== null);
  const left = kept && leftOver(kept.value, stored);
  if (!left || signal.aborted) return null;
  const now = textsIn(form, rubric);
  const isRestored = left.isUntouched && Object.keys(createLedger(stored).unsaved(now)).every((name) => !(name in left.boxes));
  if (!isRestored) return { boxes: left.boxes, at: kept.at, isRestored };
  typeInto(form, textsOf(left.boxes, "is"));
  // What was found is given up only when the device has it as typed anew.
  keeper.flush();
  await keeper.done();
  await dropFound(copy);
  return { boxes: left.boxes, at: kept.at, isRestored };
}

/** One of the two texts of each box. */
export const textsOf = (boxes: KeptBoxes, which: "was" | "is"): Texts => Object.fromEntries(Object.entries(boxes).map(([name, box]) => [name, box[which]]));

type Turn = { saver: SheetSaver; anchor: Page["anchor"]; sending: { isSent: boolean } };

/**
 * A button waits until what is on its way has arrived, so that both do not carry the same version. It waits once: without a
 * network the form itself says so.
 */
function sendInTurn(form: HTMLFormElement, { saver, anchor, sending }: Turn) {
  let hasWaited = false;
  return (event: SubmitEvent) => {
    saver.stop();
    if (hasWaited || !saver.isBusy()) {
      sending.isSent = true;
      return;
    }
    event.preventDefault();
    event.stopPropagation();
    const { submitter } = event;
    const sendAgain = () => {
      if (anchor.current) anchor.current.value = String(saver.version());
      hasWaited = true;
      form.requestSubmit(submitter);
      hasWaited = false;
    };
    // Not before this event is over: until then the browser takes no other sending of the form.
    void saver.settle().then(() => setTimeout(sendAgain));
  };
}
