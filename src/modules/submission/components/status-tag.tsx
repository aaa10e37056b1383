import ArrowRightLeft from "lucide-react/icons/arrow-right-left";
import Ban from "lucide-react/icons/ban";
import CircleCheck from "lucide-react/icons/circle-check";
import CircleX from "lucide-react/icons/circle-x";
import ClipboardCheck from "lucide-react/icons/clipboard-check";
import Flag from "lucide-react/icons/flag";
import Medal from "lucide-react/icons/medal";
import PencilLine from "lucide-react/icons/pencil-line";
import Scale from "lucide-react/icons/scale";
import Send from "lucide-react/icons/send";
import TriangleAlert from "lucide-react/icons/triangle-alert";
import { getTranslations } from "next-intl/server";
import type { IconType } from "@/ui/icon";
import { Tag } from "@/ui/tag";
import type { Tone } from "@/ui/tone";
import type { DisplayStatus } from "../domain/visibility";

/** The same colour and sign for a status, whatever desk it is seen from. */
export const STATUS_LOOKS: Record<DisplayStatus, { tone: Tone; icon: IconType }> = {
  DRAFT: { tone: "neutral", icon: PencilLine },
  AGENCY_REVIEW: { tone: "info", icon: ArrowRightLeft },
  RETURNED: { tone: "warn", icon: TriangleAlert },
  ENDORSED: { tone: "info", icon: ClipboardCheck },
  SUBMITTED: { tone: "ok", icon: Send },
  PASSED_ADMIN: { tone: "ok", icon: CircleCheck },
  FAILED_ADMIN: { tone: "err", icon: CircleX },
  UNDER_EVALUATION: { tone: "info", icon: Scale },
  FINALIST: { tone: "gold", icon: Flag },
  AWARDED: { tone: "gold", icon: Medal },
  NOT_SELECTED: { tone: "neutral", icon: CircleX },
  WITHDRAWN: { tone: "neutral", icon: Ban },
};

/** The status that may be shown, in words and with an icon. */
export async function StatusTag({ status }: { status: DisplayStatus }) {
  const t = await getTranslations("submission.status");
  return <Tag {...STATUS_LOOKS[status]}>{t(status)}</Tag>;
}
