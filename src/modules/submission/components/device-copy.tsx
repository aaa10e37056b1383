import { copyKey, type CopiedText } from "@/lib/device-copies";

/**
 * The copy of a text on this device, kept only until the server has acknowledged it. A browser that stores nothing (private
 * windows, full disks) loses the comfort, never the page.
 */
export type DeviceCopy = { body: string; at: string };

/** The server's own form of a text: the same words must not look like two texts. */
export const asStored = (text: string) => text.replaceAll("\r\n", "\n").replaceAll("\r", "\n").normalize("NFC");

/** Where a text goes that its writer gave up for another person's, to be had back. */
export const laidAsideOf = <Text extends CopiedText>(text: Text): Text => ({ ...text, section: `${text.section}.disisihkan` });

export function readCopy(text: CopiedText): DeviceCopy | null {
  try {
    const copy = JSON.parse(localStorage.getItem(copyKey(text)) ?? "null") as DeviceCopy | null;
    return typeof copy?.body === "string" && typeof copy.at === "string" ? copy : null;
  } catch {
    return null;
  }
}

export function keepCopy(text: CopiedText, body: string | null): void {
  try {
    if (body === null) localStorage.removeItem(copyKey(text));
    else localStorage.setItem(copyKey(text), JSON.stringify({ body, at: new Date().toISOString() } satisfies DeviceCopy));
  } catch {
    // Nothing can be stored here; saving to the server goes on.
  }
}
