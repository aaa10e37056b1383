import { LONGEST_WAIT_TYPING, retryDelay, SAVE_AFTER, type SaveAnswer } from "./timing";

export type PaceOptions = {
  /** Whether anything waits to be sent. */
  isDue: () => boolean;
  /** Sends what waits and says what became of it; it never fails. */
  send: (mayOutlivePage: boolean) => Promise<SaveAnswer>;
  random: () => number;
  /** Milliseconds of silence before it is sent. */
  pause?: number;
};

type Timer = ReturnType<typeof setTimeout>;

type Turn = Required<PaceOptions> & {
  failures: number;
  /** Nothing is sent: the form is on its way, or somebody has to decide first. */
  isHeld: boolean;
  flight: Promise<void> | null;
  /** `quiet` begins anew with each key, `longest` with the first that is not sent; `again` after a failure. */
  timers: { quiet?: Timer; longest?: Timer; again?: Timer };
};

/**
 * When to send what is being written: at each pause, and while there is none at the latest after `LONGEST_WAIT_TYPING`; one
 * request at a time; after a failure again and again, ever more slowly.
 */
export function createPace({ pause = SAVE_AFTER, ...options }: PaceOptions) {
  const turn: Turn = { ...options, pause, failures: 0, isHeld: false, flight: null, timers: {} };
  return {
    /** Something was changed. */
    touch: () => touch(turn),
    /** Sends now; resolves when no request is under way. */
    flush: (mayOutlivePage = false) => flush(turn, mayOutlivePage),
    /** Nothing is sent until `resume`. */
    hold() {
      turn.isHeld = true;
      clear(turn);
    },
    resume() {
      turn.isHeld = false;
      if (turn.isDue()) touch(turn);
    },
    /** Nothing is left to be sent. */
    rest: () => clear(turn),
    isBusy: () => turn.flight !== null,
    isHeld: () => turn.isHeld,
    hasFailed: () => turn.failures > 0,
    /** The page goes away. */
    stop: () => clear(turn),
  };
}

export type Pace = ReturnType<typeof createPace>;

function clear({ timers }: Turn): void {
  for (const timer of Object.values(timers)) clearTimeout(timer);
  timers.quiet = timers.longest = timers.again = undefined;
}

function touch(turn: Turn): void {
  const { timers } = turn;
  if (turn.isHeld || turn.flight || timers.again) return;
  const send = () => void flush(turn, false);
  clearTimeout(timers.quiet);
  timers.quiet = setTimeout(send, turn.pause);
  timers.longest ??= setTimeout(send, LONGEST_WAIT_TYPING);
}

function flush(turn: Turn, mayOutlivePage: boolean): Promise<void> {
  if (turn.flight) return turn.flight;
  clear(turn);
  if (turn.isHeld || !turn.isDue()) return Promise.resolve();
  turn.flight = attempt(turn, mayOutlivePage);
  return turn.flight;
}

async function attempt(turn: Turn, mayOutlivePage: boolean): Promise<void> {
  const meaning = await turn.send(mayOutlivePage);
  turn.flight = null;
  if (meaning === "CONFLICT" || meaning === "CLOSED") turn.isHeld = true;
  if (meaning === "SAVED" || meaning === "REFUSED") turn.failures = 0;
  if (meaning === "SAVED" && turn.isDue()) touch(turn);
  if (!["TRY_AGAIN", "SIGNED_OUT", "OTHER_PERSON"].includes(meaning)) return;
  turn.failures += 1;
  if (!turn.isHeld) turn.timers.again = setTimeout(() => void flush(turn, false), retryDelay(turn.failures, turn.random()));
}
