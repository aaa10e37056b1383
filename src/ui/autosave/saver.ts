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
  onState: (state: SaveState<Other>) => void;
  /** Keeps a copy on the device; null drops it. Only words that the server has acknowledged drop it. */
  keepCopy: (value: Value | null) => void;
  random: () => number;
};

/**
 * Saves one thing while it is being written. It says "saved" only for words the server has acknowledged, and stops at
 * somebody else's until the writer has decided.
 */
export function createSaver<Value, Other extends Stored<Value> = Stored<Value>>(options: SaverOptions<Value, Other>) {
  const { same, onState, keepCopy } = options;
  let acknowledged = { value: options.value, version: options.version };
  let current = options.value;
  let said: SaveState<Other> = { kind: "clean" };
  /** What to say of the acknowledged words. */
  let atRest: SaveState<Other> = said;

  const say = (state: SaveState<Other>) => {
    // At each key the same: the page is not drawn anew for it.
    if (state.kind === "typing" && said.kind === "typing") return;
    said = state;
    onState(state);
  };
  const isUnsaved = () => current !== acknowledged.value;
  const rest = () => {
    pace.rest();
    keepCopy(null);
    say(atRest);
  };
  const acknowledge = (value: Value, version: number, savedAt: string) => {
    acknowledged = { value, version };
    atRest = { kind: "saved", at: savedAt };
    if (!isUnsaved()) return rest();
    if (!pace.isHeld()) say({ kind: "typing" });
  };

  const settle = (sent: Value, reply: Reply<Other>): SaveAnswer => {
    const { meaning, version, savedAt = "", other, message = "" } = reply;
    if (meaning === "SAVED") acknowledge(sent, version ?? acknowledged.version, savedAt);
    else if (meaning === "CONFLICT" && other) {
      // Between two of the same words there is nothing to choose.
      if (same(other.value, current)) {
        acknowledge(current, other.version, other.savedAt);
        return "SAVED";
      }
      say({ kind: "conflict", other });
    } else if (meaning === "REFUSED" || meaning === "CLOSED") say({ kind: "refused", message });
    else say({ kind: meaning === "SIGNED_OUT" ? "signedOut" : meaning === "OTHER_PERSON" ? "otherPerson" : "waiting" });
    return meaning;
  };

  const pace: Pace = createPace({
    random: options.random,
    // Of a save without an answer nobody knows whether it arrived: what stood there before is sent again as well.
    isDue: () => isUnsaved() || pace.hasFailed(),
    send: async (mayOutlivePage) => {
      const sent = current;
      say({ kind: "saving" });
      const reply = await options.send({ value: sent, version: acknowledged.version }, mayOutlivePage).catch((): Reply<Other> => ({ meaning: "TRY_AGAIN" }));
      return settle(sent, reply);
    },
  });

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
    version: () => acknowledged.version,
    isUnsaved,
    /** The writer changed something. */
    type(value: Value) {
      current = value;
      // Back at the words the server has, and no request can have brought it others.
      if (!isUnsaved() && !pace.isBusy() && !pace.hasFailed() && !pace.isHeld()) return rest();
      keepCopy(value);
      if (pace.isHeld()) return;
      if (!pace.hasFailed()) say({ kind: "typing" });
      pace.touch();
    },
    /** The writer has seen the other words and decided what stays. */
    decide(other: Other, value: Value): Promise<void> {
      const isTheirs = same(value, other.value);
      acknowledged = { value: isTheirs ? value : other.value, version: other.version };
      current = value;
      atRest = { kind: "saved", at: other.savedAt };
      keepCopy(isTheirs ? null : value);
      say(isTheirs ? atRest : { kind: "typing" });
      pace.resume();
      return pace.flush();
    },
  };
}

export type Saver<Value, Other extends Stored<Value> = Stored<Value>> = ReturnType<typeof createSaver<Value, Other>>;
