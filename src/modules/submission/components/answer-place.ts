import type { Locale } from "@/lib/paths";
import type { CopyKey } from "@/ui/autosave/device-store";

/** A section as its page begins with it. */
export type EditedAnswer = { writerId: string; code: string; section: string; body: string; version: number; locale: Locale };

/** Where a device keeps the words of one section. */
export const placeOf = ({ writerId, code, section }: Pick<EditedAnswer, "writerId" | "code" | "section">): CopyKey => ({ writerId, place: `answer.${code}.${section}` });

/** Where words go that their writer gave up for another person's, to be had back. */
export const laidAside = ({ writerId, place }: CopyKey): CopyKey => ({ writerId, place: `${place}.disisihkan` });

/** The server's own form of a text: the same words must not look like two texts. */
export const asStored = (text: string) => text.replaceAll("\r\n", "\n").replaceAll("\r", "\n").normalize("NFC");
