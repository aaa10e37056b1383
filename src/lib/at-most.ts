/** In: how many. Out: a function that runs work, so many at once and the others in the order in which they came. */
export function atMost(places: number): <Value>(work: () => Promise<Value>) => Promise<Value> {
  let free = places;
  const waiting: (() => void)[] = [];
  return async (work) => {
    if (free === 0) await new Promise<void>((resolve) => waiting.push(resolve));
    else free -= 1;
    try {
      return await work();
    } finally {
      // The place is handed on, so that nobody who comes now is before those who wait.
      const next = waiting.shift();
      if (next) next();
      else free += 1;
    }
  };
}
