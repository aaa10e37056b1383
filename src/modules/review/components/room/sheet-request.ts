import { askToSave } from "@/ui/autosave/request";
import type { Part, Reply } from "./sheet-saver";

/** Sends a part of one judge's sheet. */
export const senderFor = (address: string, assignmentId: string) => (part: Part & { version: number }): Promise<Reply> =>
  askToSave({ address, body: { assignmentId, ...part }, mayOutlivePage: true });
