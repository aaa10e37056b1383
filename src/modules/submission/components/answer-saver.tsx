import { retryDelay, SAVE_AFTER, type SaveAnswer } from "../domain/autosave";
import { asStored } from "./device-copy";

/** What somebody else saved meanwhile, as the server tells it. */
export type OtherText = { body: string; version: number; savedAt: string; savedBy: string; isOwn: boolean };

export type SaveState =
  | { kind: "clean" }
  | { kind: "typing" }
  | { kind: "saving" }
  | { kind: "saved"; at: string }
  | { kind: "waiting" }
  | { kind: "signedOut" }
  | { kind: "otherPerson" }
  | { kind: "refused"; message: string }
  | { kind: "conflict"; other: OtherText };

export type Reply = { meaning: SaveAnswer; version?: number; savedAt?: string; other?: OtherText; message?: string };

export type SaverOptions = {
  /** What the server has. */
  body: string;
  version: number;
  send: (save: { body: string; version: number }, mayOutlivePage: boolean) => Promise<Reply>;
  onState: (state: SaveState) => void;
  /** Keeps a copy on the device; null drops it. Only words that the server has acknowledged drop it. */
  keepCopy: (body: string | null) => void;
  random: () => number;
};

type Session = Omit<SaverOptions, "body" | "version"> & {
  acknowledged: { body: string; version: number };
  current: string;
  /** What to say of the acknowledged text. */
  atRest: SaveState;
  failures: number;
  /** Nothing is sent: the form is on its way, or another person's text waits for a decision. */
  isHeld: boolean;
  timer?: ReturnType<typeof setTimeout>;
  flight: Promise<void> | null;
};

/**
 * Saves one text while it is being written, one request at a time. It says "saved" only for words the server has
 * acknowledged, and stops at another person's text until the writer has decided.
 */
export function createSaver({ body, version, ...options }: SaverOptions) {
  const session: Session = { ...options, acknowledged: { body, version }, current: body, atRest: { kind: "clean" }, failures: 0, isHeld: false, flight: null };
  return {
    /** Saves now what is not saved yet; resolves when no request is under way. */
    flush: (mayOutlivePage = false) => flush(session, mayOutlivePage),
    version: () => session.acknowledged.version,
    isBusy: () => session.flight !== null,
    /** The writer changed the text. */
    type(text: string) {
      session.current = text;
      if (isStored(session)) return rest(session);
      session.keepCopy(text);
      if (!session.isHeld) wait(session);
    },
    /** The form is on its way with the same text: nothing is sent beside it. */
    hold() {
      session.isHeld = true;
      clearTimeout(session.timer);
    },
    /** The form came back without having been saved. */
    resume() {
      session.isHeld = false;
      if (session.current !== session.acknowledged.body) schedule(session, SAVE_AFTER);
    },
    /** The writer has seen the other text and decided what stays. */
    decide(other: OtherText, text: string): Promise<void> {
      const isTheirs = text === other.body;
      const atRest: SaveState = { kind: "saved", at: other.savedAt };
      Object.assign(session, { acknowledged: { body: other.body, version: other.version }, current: text, atRest, isHeld: false });
      session.keepCopy(isTheirs ? null : text);
      session.onState(isTheirs ? atRest : { kind: "typing" });
      return flush(session, false);
    },
    /** The page goes away. */
    stop: () => clearTimeout(session.timer),
  };
}

export type Saver = ReturnType<typeof createSaver>;

/** The writer is back at the words the server has, and no request can have brought it others. */
function isStored({ current, acknowledged, flight, failures, isHeld }: Session): boolean {
  return current === acknowledged.body && !flight && failures === 0 && !isHeld;
}

function rest(session: Session): void {
  clearTimeout(session.timer);
  session.keepCopy(null);
  session.onState(session.atRest);
}

function wait(session: Session): void {
  session.onState({ kind: "typing" });
  schedule(session, SAVE_AFTER);
}

function schedule(session: Session, delay: number): void {
  clearTimeout(session.timer);
  session.timer = setTimeout(() => void flush(session, false), delay);
}

function flush(session: Session, mayOutlivePage: boolean): Promise<void> {
  clearTimeout(session.timer);
  if (session.flight) return session.flight;
  if (session.isHeld || session.current === session.acknowledged.body) return Promise.resolve();
  session.flight = attempt(session, mayOutlivePage);
  return session.flight;
}

async function attempt(session: Session, mayOutlivePage: boolean): Promise<void> {
  const sent = session.current;
  session.onState({ kind: "saving" });
  const save = { body: sent, version: session.acknowledged.version };
  const reply = await session.send(save, mayOutlivePage).catch((): Reply => ({ meaning: "TRY_AGAIN" }));
  session.flight = null;
  settle(session, sent, reply);
}

function settle(session: Session, sent: string, reply: Reply): void {
  if (reply.meaning === "SAVED") return acknowledge(session, sent, reply);
  if (reply.meaning === "CONFLICT" && reply.other) {
    // Between two texts of the same words there is nothing to choose.
    if (reply.other.body === asStored(session.current)) return acknowledge(session, session.current, { ...reply.other, meaning: "SAVED" });
    session.isHeld = true;
    return session.onState({ kind: "conflict", other: reply.other });
  }
  if (reply.meaning === "REFUSED") return session.onState({ kind: "refused", message: reply.message ?? "" });

  session.failures += 1;
  session.onState({ kind: unsavedBecause(reply.meaning) });
  if (!session.isHeld) schedule(session, retryDelay(session.failures, session.random()));
}

function unsavedBecause(meaning: SaveAnswer): "signedOut" | "otherPerson" | "waiting" {
  if (meaning === "SIGNED_OUT") return "signedOut";
  return meaning === "OTHER_PERSON" ? "otherPerson" : "waiting";
}

function acknowledge(session: Session, sent: string, { version, savedAt }: Reply): void {
  session.failures = 0;
  session.acknowledged = { body: sent, version: version ?? session.acknowledged.version };
  session.atRest = { kind: "saved", at: savedAt ?? "" };
  if (session.current === sent) {
    rest(session);
  } else if (!session.isHeld) {
    wait(session);
  }
}
