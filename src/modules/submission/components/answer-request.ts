import { localised, paths } from "@/lib/paths";
import { askToSave } from "@/ui/autosave/request";
import type { Reply, Stored } from "@/ui/autosave/saver";
import { tellDeadline, wantDeadline } from "./deadline-news";
import type { EditedAnswer } from "./answer-place";

/** What somebody else saved meanwhile, as the server tells it. */
export type OtherText = Stored<string> & { savedBy: string; isOwn: boolean };

type Details = { other?: Omit<OtherText, "value"> & { body: string } };

/** In: what a refusal brings along. Out: the other text in it; null when it holds none. */
export function otherIn(details: unknown): OtherText | null {
  const other = (details as Details | undefined)?.other;
  if (!other) return null;
  const { body: value, ...rest } = other;
  return { value, ...rest };
}

/** Sends one text to the server. */
export function senderFor({ writerId, code, section, locale }: Omit<EditedAnswer, "body" | "version">) {
  return async ({ value: body, version }: { value: string; version: number }, mayOutlivePage: boolean): Promise<Reply<OtherText>> => {
    const askedAt = Date.now();
    const { details, deadline, ...answer } = await askToSave<Details>(
      { address: localised(paths.autosave(), locale), method: "PATCH", body: { writerId, code, section, body, version }, mayOutlivePage },
      (told) => told?.other !== undefined,
    );
    tellDeadline(code, deadline, askedAt);
    if (answer.meaning === "CLOSED") wantDeadline(code);
    return { ...answer, other: otherIn(details) ?? undefined };
  };
}
