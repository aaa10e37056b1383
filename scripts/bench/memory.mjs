// How much memory a process holds while it works.
import { readFileSync } from "node:fs";

const EVERY_MS = 250;

/** @param {number | undefined} pid */
export function watchMemory(pid) {
  let peak = 0;
  let peakOfPart = 0;
  const sample = () => {
    const now = residentBytes(pid);
    peak = Math.max(peak, now);
    peakOfPart = Math.max(peakOfPart, now);
    return now;
  };
  const timer = setInterval(sample, EVERY_MS);
  return {
    /** From here on `part` counts anew. */
    beginPart: () => void (peakOfPart = sample()),
    part: () => peakOfPart,
    now: sample,
    peak: () => peak,
    stop: () => clearInterval(timer),
  };
}

/** Zero where the system does not tell. @param {number | undefined} pid */
function residentBytes(pid) {
  try {
    const [, kilobytes = "0"] = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
    return Number(kilobytes) * 1024;
  } catch {
    return 0;
  }
}
