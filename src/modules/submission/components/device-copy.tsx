/**
 * The copy of a text on this device, kept only until the server has acknowledged it. A browser that stores nothing (private
 * windows, full disks) loses the comfort, never the page.
 */
export type DeviceCopy = { body: string; at: string };

const keyOf = (code: string, section: string) => `sinovik.answer.${code}.${section}`;

/** The server's own form of a text: the same words must not look like two texts. */
export const asStored = (text: string) => text.replaceAll("\r\n", "\n").replaceAll("\r", "\n").normalize("NFC");

export function readCopy(code: string, section: string): DeviceCopy | null {
  try {
    const copy = JSON.parse(localStorage.getItem(keyOf(code, section)) ?? "null") as DeviceCopy | null;
    return typeof copy?.body === "string" && typeof copy.at === "string" ? copy : null;
  } catch {
    return null;
  }
}

export function keepCopy(code: string, section: string, body: string | null): void {
  try {
    if (body === null) localStorage.removeItem(keyOf(code, section));
    else localStorage.setItem(keyOf(code, section), JSON.stringify({ body, at: new Date().toISOString() } satisfies DeviceCopy));
  } catch {
    // Nothing can be stored here; saving to the server goes on.
  }
}
