import ChevronRight from "lucide-react/icons/chevron-right";
import type { ReactNode } from "react";
import { classNames } from "./class-names";
import { Icon } from "./icon";
import { Link } from "./link";
import { Tag } from "./tag";
import type { Tone } from "./tone";

export type Task = {
  /** Unique on the page. */
  readonly id: string;
  readonly title: ReactNode;
  /** Absent while the task cannot be started. */
  readonly href?: string;
  readonly hint?: ReactNode;
  /** Without a tone it is plain text: what is done recedes, what is left stands out. */
  readonly status: { readonly label: string; readonly tone?: Tone };
};

export type TaskListProps = { readonly tasks: readonly Task[]; readonly labelledBy?: string };

export const TaskList = ({ tasks, labelledBy }: TaskListProps) => (
  <ul aria-labelledby={labelledBy} className="border-t border-line">
    {tasks.map((task) => (
      <TaskRow key={task.id} {...task} />
    ))}
  </ul>
);

const TaskRow = ({ id, title, href, hint, status }: Task) => {
  const statusId = `${id}-status`;
  const hintId = `${id}-hint`;
  return (
    <li
      className={classNames(
        "relative flex min-h-14 flex-wrap items-center gap-x-4 gap-y-1 border-b border-line py-3 sm:flex-nowrap",
        href !== undefined && "hover:bg-surface",
      )}
    >
      <div className="min-w-0 flex-[1_1_16rem]">
        {href === undefined ? (
          <span className="text-ink-muted">{title}</span>
        ) : (
          <Link
            href={href}
            aria-describedby={hint ? `${hintId} ${statusId}` : statusId}
            className="font-semibold after:absolute after:inset-0"
          >
            {title}
          </Link>
        )}
        {hint && (
          <p id={hintId} className="text-sm text-ink-subtle">
            {hint}
          </p>
        )}
      </div>
      <div id={statusId} className={href === undefined ? "sm:pe-9" : undefined}>
        {status.tone ? <Tag tone={status.tone}>{status.label}</Tag> : <span className="text-sm">{status.label}</span>}
      </div>
      {href !== undefined && <Icon glyph={ChevronRight} className="hidden text-ink-subtle sm:block print:hidden" />}
    </li>
  );
};
