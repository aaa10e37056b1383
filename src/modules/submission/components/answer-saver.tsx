import { retryDelay, SAVE_AFTER, type SaveAnswer } from "../domain/autosave";

/** What somebody else saved meanwhile, as the server tells it. */
export type OtherText = { body: string; version: number; savedAt: string; savedBy: string; isOwn: boolean };

export type SaveState =
  | { kind: "clean" }
  | { kind: "typing" }
  | { kind: "saving" }
  | { kind: "saved"; at: string }
  | { kind: "waiting" }
  | { kind: "signedOut" }
  | { kind: "refused"; message: string }
  | { kind: "conflict"; other: OtherText };

export type Reply = { meaning: SaveAnswer; version?: number; savedAt?: string; other?: OtherText; message?: string };

export type SaverOptions = {
  /** What the server has. */
  body: string;
  version: number;
  send: (save: { body: string; version: number }, mayOutlivePage: boolean) => Promise<Reply>;
  onState: (state: SaveState) => void;
  /** Keeps a copy on the device; null drops it. Only an acknowledgement drops it. */
  keepCopy: (body: string | null) => void;
  random: () => number;
};

/**
 * Saves one text while it is being written, one request at a time. It says "saved" only for words the server has
 * acknowledged, and stops at another person's text until the writer has decided.
 */
export function createSaver({ body, version, send, onState, keepCopy, random }: SaverOptions) {
  let acknowledged = { body, version };
  let current = body;
  let failures = 0;
  let isHeld = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let flight: Promise<void> | null = null;

  const schedule = (delay: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => void flush(), delay);
  };

  const settle = (sent: string, reply: Reply) => {
    if (reply.meaning === "SAVED") {
      failures = 0;
      acknowledged = { body: sent, version: reply.version ?? acknowledged.version };
      if (current !== sent) return isHeld ? undefined : (onState({ kind: "typing" }), schedule(SAVE_AFTER));
      keepCopy(null);
      return onState({ kind: "saved", at: reply.savedAt ?? "" });
    }
    if (reply.meaning === "CONFLICT" && reply.other) {
      isHeld = true;
      return onState({ kind: "conflict", other: reply.other });
    }
    if (reply.meaning === "REFUSED") return onState({ kind: "refused", message: reply.message ?? "" });
    failures += 1;
    onState({ kind: reply.meaning === "SIGNED_OUT" ? "signedOut" : "waiting" });
    if (!isHeld) schedule(retryDelay(failures, random()));
  };

  const attempt = async (mayOutlivePage: boolean) => {
    const sent = current;
    onState({ kind: "saving" });
    const reply = await send({ body: sent, version: acknowledged.version }, mayOutlivePage).catch((): Reply => ({ meaning: "TRY_AGAIN" }));
    flight = null;
    settle(sent, reply);
  };

  const flush = (mayOutlivePage = false): Promise<void> => {
    clearTimeout(timer);
    if (flight) return flight;
    if (isHeld || current === acknowledged.body) return Promise.resolve();
    flight = attempt(mayOutlivePage);
    return flight;
  };

  return {
    flush,
    version: () => acknowledged.version,
    isBusy: () => flight !== null,
    /** The writer changed the text. */
    type(text: string) {
      current = text;
      keepCopy(text);
      if (isHeld) return;
      onState({ kind: "typing" });
      schedule(SAVE_AFTER);
    },
    /** The form is on its way with the same text: nothing is sent beside it. */
    hold() {
      isHeld = true;
      clearTimeout(timer);
    },
    /** The form came back without having been saved. */
    resume() {
      isHeld = false;
      if (current !== acknowledged.body) schedule(SAVE_AFTER);
    },
    /** The writer has seen the other text and decided what stays. */
    decide(other: OtherText, text: string) {
      acknowledged = { body: other.body, version: other.version };
      current = text;
      isHeld = false;
      if (text === other.body) keepCopy(null);
      else keepCopy(text);
      onState(text === other.body ? { kind: "saved", at: other.savedAt } : { kind: "typing" });
      return flush();
    },
    /** The page goes away. */
    stop() {
      clearTimeout(timer);
    },
  };
}

export type Saver = ReturnType<typeof createSaver>;
