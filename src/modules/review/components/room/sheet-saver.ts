import { createPace } from "@/ui/autosave/pace";
import type { SaveAnswer } from "@/ui/autosave/timing";
import type { StoredSheet } from "./sheet-ledger";

/** What a script sends: some criteria, each with its mark (null: taken back) and remark. */
export type Part = { marks: Record<string, number | null>; remarks: Record<string, string>; remark?: string };

export type SaveState =
  | { kind: "idle" | "saving" | "waiting" | "signedOut" | "otherPerson" }
  | { kind: "saved"; at: string }
  /** The server said no, in its own words; saving stops until the page is loaded again. */
  | { kind: "failed"; because: string };

export type Reply = { meaning: SaveAnswer; version?: number; savedAt?: string; message?: string; /** What the server has instead. */ details?: { version?: number; stored?: StoredSheet } };

export type SheetSaverOptions = {
  /** The version the page was made from. */
  version: number;
  /** What is to be saved of some criteria, as the boxes hold it now; null when nothing of it can be. */
  read: (keys: readonly string[]) => Part | null;
  send: (part: Part & { version: number }) => Promise<Reply>;
  onState: (state: SaveState) => void;
  /** What is under way, and what has arrived. */
  onSending?: (part: Part) => void;
  onSaved?: (part: Part) => void;
  /** Whether what the server has instead came from this page, by a save whose answer was lost. */
  isOwn?: (stored: StoredSheet) => boolean;
  random: () => number;
};

/** What is said while the same is sent again and again. */
const WAITING_AS = { TRY_AGAIN: "waiting", SIGNED_OUT: "signedOut", OTHER_PERSON: "otherPerson" } as const;

/** Milliseconds of silence after which a criterion is saved: marks are short. */
const PAUSE = 900;

type Session = SheetSaverOptions & { changed: Set<string>; isStopped: boolean };

/**
 * Saves the criteria of a sheet while it is being filled in, one request at a time, each with the version the last answer
 * gave. Only an answer of the server makes them "saved"; what did not arrive stays changed and is sent again.
 */
export function createSheetSaver(options: SheetSaverOptions) {
  const session: Session = { ...options, changed: new Set(), isStopped: false };
  const { changed, random } = session;
  const isDue = () => changed.size > 0 && !session.isStopped;
  const pace = createPace({ pause: PAUSE, isDue, send: () => saveChanges(session), random });
  return {
    change(key: string) {
      changed.add(key);
      pace.touch();
    },
    /** Saves now what has changed; resolves when no request is under way. */
    settle: () => pace.flush(),
    isBusy: () => pace.isBusy() || isDue(),
    version: () => session.version,
    /** The page goes away, or a button takes over. */
    stop: pace.stop,
  };
}

async function saveChanges(session: Session): Promise<SaveAnswer> {
  const { changed, read } = session;
  while (changed.size > 0) {
    const keys = [...changed];
    changed.clear();
    const part = read(keys);
    const meaning = part ? await saved(session, part) : "SAVED";
    if (meaning === "SAVED") continue;
    for (const key of keys) changed.add(key);
    return meaning;
  }
  return "SAVED";
}

async function saved(session: Session, part: Part): Promise<SaveAnswer> {
  session.onState({ kind: "saving" });
  const { meaning, message = "", version, savedAt = "", details } = await sent(session, part);
  if (meaning === "SAVED") {
    session.version = version ?? session.version;
    session.onSaved?.(part);
    session.onState({ kind: "saved", at: savedAt });
    return meaning;
  }
  if (meaning === "TRY_AGAIN" || meaning === "SIGNED_OUT" || meaning === "OTHER_PERSON") {
    session.onState({ kind: WAITING_AS[meaning] });
    return meaning;
  }
  if (details?.version !== undefined && details.stored && session.isOwn?.(details.stored)) {
    session.version = details.version;
    return saved(session, part);
  }
  session.isStopped = true;
  session.onState({ kind: "failed", because: message });
  return "CLOSED";
}

function sent(session: Session, part: Part): Promise<Reply> {
  session.onSending?.(part);
  return session.send({ ...part, version: session.version }).catch((): Reply => ({ meaning: "TRY_AGAIN" }));
}

export type SheetSaver = ReturnType<typeof createSheetSaver>;
