import { COPY_EVERY } from "./timing";

export type KeeperOptions<Value> = {
  /** Stores the words on the device (null: removes them) and says whether it could. */
  write: (value: Value | null) => Promise<boolean>;
  /** Whether the device holds the words on the page, or those of a moment ago. */
  onKept: (isKept: boolean) => void;
};

/** Copies to the device while it is being typed: the first key at once, then at most once in `COPY_EVERY`; one write at a time. */
export function createKeeper<Value>({ write, onKept }: KeeperOptions<Value>) {
  let waiting: { value: Value | null } | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isResting = false;
  let written: Promise<void> = Promise.resolve();
  /** How often the words were dropped: what was to be written before is not written any more. */
  let drops = 0;

  const writeNow = () => {
    if (!waiting) return;
    const [{ value }, before] = [waiting, drops];
    waiting = null;
    written = written.then(async () => {
      if (before !== drops) return;
      const isKept = (await write(value)) && value !== null;
      if (before === drops) onKept(isKept);
    });
  };
  const turn = () => {
    isResting = false;
    if (waiting) begin();
  };
  const begin = () => {
    writeNow();
    isResting = true;
    timer = setTimeout(turn, COPY_EVERY);
  };
  return {
    keep(value: Value | null) {
      waiting = { value };
      // To drop a copy cannot wait: the page may go away before.
      if (value === null) writeNow();
      else if (!isResting) begin();
    },
    /** Writes what waits now: the page may be gone in a moment. */
    flush: writeNow,
    /** Drops what waits: its writer signs out, or it was sent. */
    drop() {
      drops += 1;
      clearTimeout(timer);
      [isResting, waiting] = [false, null];
    },
    done: () => written,
  };
}

export type Keeper<Value> = ReturnType<typeof createKeeper<Value>>;
