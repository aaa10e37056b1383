import { askToSave } from "@/ui/autosave/request";
import type { Part, Reply } from "./sheet-saver";

type Place = { address: string; assignmentId: string; writerId: string };

/** Sends a part of one judge's sheet. */
export const senderFor = ({ address, ...whose }: Place) => (part: Part & { version: number }): Promise<Reply> =>
  askToSave({ address, body: { ...whose, ...part }, mayOutlivePage: true });
