// Names of steps, then how long they took; long ones show that they are alive.

const QUIET_FOR_MS = 15_000;

/**
 * @template Result
 * @param {string} name
 * @param {() => Promise<Result>} work
 * @param {{alone?: boolean}} [options] whether nothing else writes meanwhile
 * @returns {Promise<Result>}
 */
export async function step(name, work, { alone = true } = {}) {
  const started = performance.now();
  const seconds = () => `${((performance.now() - started) / 1000).toFixed(1)} s`;
  const stopTicking = alone && process.stdout.isTTY ? tickOnOneLine(name, seconds) : tickOnNewLines(name, seconds);
  try {
    const result = await work();
    stopTicking();
    console.log(`${clearLine()}  ✓ ${name} · ${seconds()}`);
    return result;
  } catch (error) {
    stopTicking();
    console.log(`${clearLine()}  ✗ ${name} · ${seconds()}`);
    throw error;
  }
}

/** @param {string} name @param {() => string} seconds */
function tickOnOneLine(name, seconds) {
  const tick = () => process.stdout.write(`${clearLine()}  … ${name} · ${seconds()}`);
  tick();
  const timer = setInterval(tick, 1000);
  return () => clearInterval(timer);
}

/** @param {string} name @param {() => string} seconds */
function tickOnNewLines(name, seconds) {
  const timer = setInterval(() => console.log(`  … ${name} · ${seconds()}`), QUIET_FOR_MS);
  return () => clearInterval(timer);
}

const clearLine = () => (process.stdout.isTTY ? "\r\u001b[2K" : "");
