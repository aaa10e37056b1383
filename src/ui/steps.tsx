import Check from "lucide-react/icons/check";
import type { ReactNode } from "react";
import { classNames } from "./class-names";
import { Icon } from "./icon";
import { Tag } from "./tag";

export type Step = {
  readonly key: string;
  readonly title: ReactNode;
  readonly state: "done" | "current" | "upcoming";
  /** The state in words; only the current step shows it as a tag. */
  readonly stateLabel: string;
  readonly when?: ReactNode;
  readonly body?: ReactNode;
};

export type StepsProps = { readonly steps: readonly Step[]; readonly label?: string };

/** A line of stages from top to bottom; a horizontal bar of many steps does not fit a telephone. */
export const Steps = ({ steps, label }: StepsProps) => (
  <ol aria-label={label} className="relative">
    {steps.map((step, index) => (
      <StepRow key={step.key} step={step} last={index === steps.length - 1} />
    ))}
  </ol>
);

type StepRowProps = { readonly step: Step; readonly last: boolean };

const StepRow = ({ step: { title, state, stateLabel, when, body }, last }: StepRowProps) => (
  <li aria-current={state === "current" ? "step" : undefined} className={classNames("relative flex gap-4", !last && "pb-6")}>
    {!last && (
      <span
        aria-hidden="true"
        className={classNames("absolute start-[11px] top-7 bottom-0 w-0.5", state === "done" ? "bg-primary" : "bg-line")}
      />
    )}
    <Dot state={state} />
    <div className="min-w-0 flex-1">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className={state === "upcoming" ? "text-ink-muted" : "font-semibold"}>{title}</span>
        {state === "current" ? <Tag tone="info">{stateLabel}</Tag> : <span className="sr-only">{stateLabel}</span>}
      </div>
      {when && <p className="text-sm text-ink-muted">{when}</p>}
      {body && <div className="mt-1 text-sm">{body}</div>}
    </div>
  </li>
);

const Dot = ({ state }: Pick<Step, "state">) => (
  <span
    aria-hidden="true"
    className={classNames(
      "mt-0.5 flex size-6 shrink-0 items-center justify-center rounded-full border-2",
      state === "done" && "border-primary bg-action text-white",
      state === "current" && "border-primary bg-canvas",
      state === "upcoming" && "border-line-strong bg-canvas",
    )}
  >
    {state === "done" && <Icon glyph={Check} size={16} />}
    {state === "current" && <span className="size-2.5 rounded-full bg-primary" />}
  </span>
);
