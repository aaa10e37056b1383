import { meaningOf, MOST_BYTES_TO_OUTLIVE_PAGE } from "@/modules/submission/domain/autosave";
import type { Part, Reply } from "./sheet-saver";

type Answer = { version?: number; savedAt?: string; message?: string };

/** Sends a part of one judge's sheet; a small one may outlive the page that sends it. */
export function senderFor(address: string, assignmentId: string) {
  return async (part: Part & { version: number }): Promise<Reply> => {
    const body = JSON.stringify({ assignmentId, ...part });
    const response = await fetch(address, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body,
      keepalive: new Blob([body]).size < MOST_BYTES_TO_OUTLIVE_PAGE,
    });
    const answer = (await response.json().catch(() => ({}))) as Answer;
    return { meaning: meaningOf(response.status, false), ...answer };
  };
}
