import { z } from "zod";
import { searchedText } from "@/lib/plain-text";

/** What the table of filed proposals understands of its address. */
export const filedListQuery = z.object({ cari: searchedText, sesudah: searchedText, tampil: z.enum(["dibatalkan"]).optional().catch(undefined) });
