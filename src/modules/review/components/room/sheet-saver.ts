import { createPace } from "@/ui/autosave/pace";
import type { SaveAnswer } from "@/ui/autosave/timing";

/** What a script sends: some criteria, each with its mark (null: taken back) and remark. */
export type Part = { marks: Record<string, number | null>; remarks: Record<string, string>; remark?: string };

export type SaveState =
  | { kind: "idle" | "saving" | "waiting" | "signedOut" }
  | { kind: "saved"; at: string }
  /** The server said no, in its own words; saving stops until the page is loaded again. */
  | { kind: "failed"; because: string };

export type Reply = { meaning: SaveAnswer; version?: number; savedAt?: string; message?: string };

export type SheetSaverOptions = {
  /** The version the page was made from. */
  version: number;
  /** What is to be saved of some criteria, as the boxes hold it now; null when nothing of it can be. */
  read: (keys: readonly string[]) => Part | null;
  send: (part: Part & { version: number }) => Promise<Reply>;
  onState: (state: SaveState) => void;
  random: () => number;
};

/** Milliseconds of silence after which a criterion is saved: marks are short. */
const PAUSE = 900;

/**
 * Saves the criteria of a sheet while it is being filled in, one request at a time, each with the version the last answer
 * gave. Only an answer of the server makes them "saved"; what did not arrive stays changed and is sent again.
 */
export function createSheetSaver({ read, send, onState, random, ...begun }: SheetSaverOptions) {
  const changed = new Set<string>();
  let { version } = begun;
  let isStopped = false;

  const saveChanges = async (): Promise<SaveAnswer> => {
    while (changed.size > 0) {
      const keys = [...changed];
      changed.clear();
      const part = read(keys);
      const meaning = part ? await saved(part) : "SAVED";
      if (meaning === "SAVED") continue;
      for (const key of keys) changed.add(key);
      return meaning;
    }
    return "SAVED";
  };
  const saved = async (part: Part): Promise<SaveAnswer> => {
    onState({ kind: "saving" });
    const { meaning, message = "", ...news } = await send({ ...part, version }).catch((): Reply => ({ meaning: "TRY_AGAIN" }));
    if (meaning === "SAVED") {
      version = news.version ?? version;
      onState({ kind: "saved", at: news.savedAt ?? "" });
      return meaning;
    }
    if (meaning === "TRY_AGAIN" || meaning === "SIGNED_OUT") {
      onState({ kind: meaning === "SIGNED_OUT" ? "signedOut" : "waiting" });
      return meaning;
    }
    isStopped = true;
    onState({ kind: "failed", because: message });
    return "CLOSED";
  };

  const pace = createPace({ pause: PAUSE, isDue: () => changed.size > 0 && !isStopped, send: saveChanges, random });
  return {
    change(key: string) {
      changed.add(key);
      pace.touch();
    },
    /** Saves now what has changed; resolves when no request is under way. */
    settle: () => pace.flush(),
    isBusy: () => pace.isBusy() || (changed.size > 0 && !isStopped),
    version: () => version,
    /** The page goes away, or a button takes over. */
    stop: pace.stop,
  };
}

export type SheetSaver = ReturnType<typeof createSheetSaver>;
