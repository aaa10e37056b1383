import { retryDelay, type SaveAnswer } from "@/modules/submission/domain/autosave";

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

type Session = SheetSaverOptions & {
  changed: Set<string>;
  running: Promise<void> | null;
  timer?: ReturnType<typeof setTimeout>;
  failures: number;
  isStopped: boolean;
};

/** Milliseconds of silence after which a criterion is saved: marks are short. */
const PAUSE = 900;

/**
 * Saves the criteria of a sheet while it is being filled in, one request at a time, each with the version the last answer
 * gave. Only an answer of the server makes them "saved"; what did not arrive stays changed and is sent again.
 */
export function createSheetSaver(options: SheetSaverOptions) {
  const session: Session = { ...options, changed: new Set(), running: null, failures: 0, isStopped: false };
  return {
    change(key: string) {
      session.changed.add(key);
      schedule(session, PAUSE);
    },
    /** Saves now what has changed; resolves when no request is under way. */
    settle: () => settle(session),
    isBusy: () => session.running !== null || (session.changed.size > 0 && !session.isStopped),
    version: () => session.version,
    /** The page goes away, or a button takes over. */
    stop: () => clearTimeout(session.timer),
  };
}

export type SheetSaver = ReturnType<typeof createSheetSaver>;

function schedule(session: Session, delay: number): void {
  clearTimeout(session.timer);
  session.timer = setTimeout(() => void settle(session), delay);
}

function settle(session: Session): Promise<void> {
  clearTimeout(session.timer);
  session.running ??= saveChanges(session).finally(() => {
    session.running = null;
  });
  return session.running;
}

async function saveChanges(session: Session): Promise<void> {
  while (session.changed.size > 0 && !session.isStopped) {
    const keys = [...session.changed];
    session.changed.clear();
    const part = session.read(keys);
    if (part && !(await hasSaved(session, part))) {
      for (const key of keys) session.changed.add(key);
      return;
    }
  }
}

async function hasSaved(session: Session, part: Part): Promise<boolean> {
  session.onState({ kind: "saving" });
  const { meaning, version, savedAt, message } = await session.send({ ...part, version: session.version }).catch((): Reply => ({ meaning: "TRY_AGAIN" }));
  if (meaning === "SAVED") {
    Object.assign(session, { version, failures: 0 });
    session.onState({ kind: "saved", at: savedAt ?? "" });
  } else if (meaning === "TRY_AGAIN" || meaning === "SIGNED_OUT") {
    session.failures += 1;
    session.onState({ kind: meaning === "SIGNED_OUT" ? "signedOut" : "waiting" });
    schedule(session, retryDelay(session.failures, session.random()));
  } else {
    session.isStopped = true;
    session.onState({ kind: "failed", because: message ?? "" });
  }
  return meaning === "SAVED";
}
