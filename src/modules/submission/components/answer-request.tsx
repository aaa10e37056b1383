import { localised, paths, type Locale } from "@/lib/paths";
import { meaningOf, MOST_BYTES_TO_OUTLIVE_PAGE } from "../domain/autosave";
import type { OtherText, Reply } from "./answer-saver";

type Answer = { version?: number; savedAt?: string; message?: string; details?: { other?: OtherText } };

/** Sends one text to the server; small ones may outlive the page that sends them. */
export function senderFor({ writerId, code, section, locale }: { writerId: string; code: string; section: string; locale: Locale }) {
  return async (save: { body: string; version: number }, mayOutlivePage: boolean): Promise<Reply> => {
    const body = JSON.stringify({ writerId, code, section, ...save });
    const isSmall = new Blob([body]).size < MOST_BYTES_TO_OUTLIVE_PAGE;
    const response = await fetch(localised(paths.autosave(), locale), {
      method: "PATCH",
      headers: { "content-type": "application/json" },
      body,
      keepalive: mayOutlivePage && isSmall,
    });
    const answer = (await response.json().catch(() => ({}))) as Answer;
    const other = answer.details?.other;
    const { version, savedAt, message } = answer;
    return { meaning: meaningOf(response.status, other !== undefined), version, savedAt, message, other };
  };
}
