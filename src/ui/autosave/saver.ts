import { createPace, type Pace } from "./pace";
import type { SaveAnswer } from "./timing";

/** What the server has: words, their version, and when it took them. */
export type Stored<Value> = { value: Value; version: number; savedAt: string };

export type SaveState<Other> =
  | { kind: "clean" }
  | { kind: "typing" }
  | { kind: "saving" }
  | { kind: "saved"; at: string }
  | { kind: "waiting" }
  | { kind: "signedOut" }
  | { kind: "otherPerson" }
  | { kind: "refused"; message: string }
  | { kind: "conflict"; other: Other };

export type Reply<Other> = { meaning: SaveAnswer; version?: number; savedAt?: string; other?: Other; message?: string };

export type SaverOptions<Value, Other extends Stored<Value>> = {
  /** What the server has. */
  value: Value;
  version: number;
  /** Whether two are the same once they are stored. */
  same: (one: Value, other: Value) => boolean;
  send: (save: { value: Value; version: number }, mayOutlivePage: boolean) => Promise<Reply<Other>>;
  /** Told of each new state, and of each new version. */
  onState: (state: SaveState<Other>) => void;
  /** Keeps a copy on the device; null drops it. Only words that the server has acknowledged drop it. */
  keepCopy: (value: Value | null) => void;
  random: () => number;
};

type Session<Value, Other extends Stored<Value>> = SaverOptions<Value, Other> & {
  acknowledged: { value: Value; version: number };
  current: Value;
  said: SaveState<Other>;
  /** What to say of the acknowledged words. */
  atRest: SaveState<Other>;
  pace: Pace;
};

/**
 * Saves one thing while it is being written. It says "saved" only for words the server has acknowledged, and stops at
 * somebody else's until the writer has decided.
 */
export function createSaver<Value, Other extends Stored<Value> = Stored<Value>>(options: SaverOptions<Value, Other>) {
  const session = sessionOf(options);
  const { pace } = session;
  return {
    /** Saves now what is not saved yet; resolves when no request is under way. */
    flush: pace.flush,
    isBusy: pace.isBusy,
    /** The form is on its way with the same words: nothing is sent beside it. */
    hold: pace.hold,
    /** The form came back without having been saved. */
    resume: pace.resume,
    /** The page goes away. */
    stop: pace.stop,
    version: () => session.acknowledged.version,
    /** The writer changed something. */
    type: (value: Value) => type(session, value),
    /** The writer has seen the other words and decided what stays. */
    decide: (other: Other, value: Value) => decide(session, other, value),
  };
}

function sessionOf<Value, Other extends Stored<Value>>(options: SaverOptions<Value, Other>): Session<Value, Other> {
  const { value, version, random } = options;
  const clean: SaveState<Other> = { kind: "clean" };
  const session: Session<Value, Other> = {
    ...options, acknowledged: { value, version }, current: value, said: clean, atRest: clean,
    pace: createPace({
      random,
      // Of a save without an answer nobody knows whether it arrived: what stood there before is sent again as well.
      isDue: () => isUnsaved(session) || session.pace.hasFailed(),
      send: (mayOutlivePage) => attempt(session, mayOutlivePage),
    }),
  };
  return session;
}

const isUnsaved = <Value, Other extends Stored<Value>>({ current, acknowledged }: Session<Value, Other>) => current !== acknowledged.value;

function say<Value, Other extends Stored<Value>>(session: Session<Value, Other>, state: SaveState<Other>): void {
  session.said = state;
  session.onState(state);
}

function type<Value, Other extends Stored<Value>>(session: Session<Value, Other>, value: Value): void {
  const { pace } = session;
  session.current = value;
  // Back at the words the server has, and no request can have brought it others.
  if (!isUnsaved(session) && !pace.isBusy() && !pace.hasFailed() && !pace.isHeld()) return rest(session);
  session.keepCopy(value);
  if (pace.isHeld()) return;
  // At each key the same: the page is not drawn anew for it.
  if (!pace.hasFailed() && session.said.kind !== "typing") say(session, { kind: "typing" });
  pace.touch();
}

function rest<Value, Other extends Stored<Value>>(session: Session<Value, Other>): void {
  session.pace.rest();
  session.keepCopy(null);
  say(session, session.atRest);
}

function decide<Value, Other extends Stored<Value>>(session: Session<Value, Other>, other: Other, value: Value): Promise<void> {
  const isTheirs = session.same(value, other.value);
  const atRest: SaveState<Other> = { kind: "saved", at: other.savedAt };
  Object.assign(session, { acknowledged: { value: isTheirs ? value : other.value, version: other.version }, current: value, atRest });
  session.keepCopy(isTheirs ? null : value);
  say(session, isTheirs ? atRest : { kind: "typing" });
  session.pace.resume();
  return session.pace.flush();
}

async function attempt<Value, Other extends Stored<Value>>(session: Session<Value, Other>, mayOutlivePage: boolean): Promise<SaveAnswer> {
  const sent = session.current;
  say(session, { kind: "saving" });
  const save = { value: sent, version: session.acknowledged.version };
  const reply = await session.send(save, mayOutlivePage).catch((): Reply<Other> => ({ meaning: "TRY_AGAIN" }));
  return settle(session, sent, reply);
}

function settle<Value, Other extends Stored<Value>>(session: Session<Value, Other>, sent: Value, reply: Reply<Other>): SaveAnswer {
  const { meaning, version = session.acknowledged.version, savedAt = "", other, message = "" } = reply;
  if (meaning === "SAVED") acknowledge(session, { value: sent, version, savedAt });
  else if (meaning === "CONFLICT" && other) {
    // Between two of the same words there is nothing to choose.
    if (session.same(other.value, session.current)) {
      acknowledge(session, { ...other, value: session.current });
      return "SAVED";
    }
    say(session, { kind: "conflict", other });
  } else if (meaning === "REFUSED" || meaning === "CLOSED") say(session, { kind: "refused", message });
  else say(session, { kind: meaning === "SIGNED_OUT" ? "signedOut" : meaning === "OTHER_PERSON" ? "otherPerson" : "waiting" });
  return meaning;
}

function acknowledge<Value, Other extends Stored<Value>>(session: Session<Value, Other>, { value, version, savedAt }: Stored<Value>): void {
  session.acknowledged = { value, version };
  session.atRest = { kind: "saved", at: savedAt };
  if (!isUnsaved(session)) return rest(session);
  if (!session.pace.isHeld()) say(session, { kind: "typing" });
}

export type Saver<Value, Other extends Stored<Value> = Stored<Value>> = ReturnType<typeof createSaver<Value, Other>>;
