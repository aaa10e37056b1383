import { getTranslations } from "next-intl/server";
import type { RubricRule } from "@/modules/competition/domain/edition-rules";

/** Words for the parts of the sheet that run in the browser; they hold no catalogue of their own. `{…}` is filled in there. */
export async function sheetWords() {
  const [room, live, keys] = await Promise.all([
    getTranslations("review.room"), getTranslations("review.live"), getTranslations("review.keys"),
  ]);
  return {
    filled: room.raw("filled") as string,
    total: room.raw("total") as string,
    hideTotal: room("hideTotal"),
    showTotal: room("showTotal"),
    saving: live("saving"),
    saved: live.raw("saved") as string,
    waiting: live("waiting"),
    waitingOnDevice: live("waitingOnDevice"),
    signedOut: live("signedOut"),
    signedOutOnDevice: live("signedOutOnDevice"),
    otherPerson: live("otherPerson"),
    onDevice: live("onDevice"),
    failed: live.raw("failed") as string,
    finishedSheet: live("finishedSheet"),
    unsaved: live("unsaved"),
    remarkAlone: live("remarkAlone"),
    reload: live("reload"),
    keys: {
      title: keys("title"), level: keys("level"), saveAndNext: keys("saveAndNext"), previous: keys("previous"), next: keys("next"),
      help: keys("help"), on: keys("on"), note: keys("note"),
    },
  };
}

export type SheetWords = Awaited<ReturnType<typeof sheetWords>>;

/** The rubric without its texts: what the rules of scoring need, and no more is sent to the browser. */
export function bareRubric(rubric: RubricRule): RubricRule {
  const nothing = { id: "", en: "" };
  return {
    ...rubric,
    name: nothing,
    criteria: rubric.criteria.map(({ key, weight }) => ({ key, weight, name: nothing, description: nothing, sections: [], anchors: [] })),
  };
}

/** The id of a box of the sheet, as the error summary of a form links to it. */
export const fieldOf = (kind: "marks" | "remarks", criterion: string) => fieldOfBox(`${kind}.${criterion}`);

/** The same by the name of the box. */
export const fieldOfBox = (name: string) => `field-${name.replace(".", "-")}`;

/** The place above the sheet where it is said what the device kept of it. */
export const FOUND_PLACE = "isian-di-perangkat";
