import Award from "lucide-react/icons/award";
import Circle from "lucide-react/icons/circle";
import CircleCheck from "lucide-react/icons/circle-check";
import CircleX from "lucide-react/icons/circle-x";
import Info from "lucide-react/icons/info";
import Lock from "lucide-react/icons/lock";
import TriangleAlert from "lucide-react/icons/triangle-alert";
import type { IconType } from "./icon";

/** What a colour stands for. Colour never speaks alone: each tone brings an icon, and the caller brings the word. */
export type Tone = "neutral" | "info" | "ok" | "warn" | "err" | "gold" | "embargo";

export const toneIcon: Record<Tone, IconType> = {
  neutral: Circle,
  info: Info,
  ok: CircleCheck,
  warn: TriangleAlert,
  err: CircleX,
  gold: Award,
  embargo: Lock,
};

export const toneText: Record<Tone, string> = {
  neutral: "text-ink-muted",
  info: "text-primary-strong",
  ok: "text-ok-700",
  warn: "text-warn-700",
  err: "text-err-700",
  gold: "text-gold-700",
  embargo: "text-embargo-700",
};

export const toneFill: Record<Tone, string> = {
  neutral: "bg-sunken",
  info: "bg-primary-50",
  ok: "bg-ok-50",
  warn: "bg-warn-50",
  err: "bg-err-50",
  gold: "bg-gold-50",
  embargo: "bg-embargo-50",
};

export const toneBorder: Record<Tone, string> = {
  neutral: "border-line-strong",
  info: "border-primary",
  ok: "border-ok-700",
  warn: "border-warn-700",
  err: "border-err-700",
  gold: "border-gold-400",
  embargo: "border-embargo-700",
};
