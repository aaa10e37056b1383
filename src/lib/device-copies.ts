/**
 * Where a device keeps words that the server has not acknowledged. Several people may use one device, as in a health centre,
 * so every key begins with its writer: nobody else is offered the words, and they leave the device with their writer.
 */
export type CopiedText = { writerId: string; code: string; section: string };

export const copyKey = ({ writerId, code, section }: CopiedText) => `${ownKeys(writerId)}${code}.${section}`;

/** Takes from this device what it keeps for one person, and nothing of anybody else. */
export function forgetCopiesOf(writerId: string): void {
  try {
    const keys = Array.from({ length: localStorage.length }, (_, place) => localStorage.key(place) ?? "");
    for (const key of keys) if (key.startsWith(ownKeys(writerId))) localStorage.removeItem(key);
  } catch {
    // A browser that lets nothing be stored has kept nothing either.
  }
}

const ownKeys = (writerId: string) => `sinovik.answer.${writerId}.`;
