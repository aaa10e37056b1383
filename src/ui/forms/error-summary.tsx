import TriangleAlert from "lucide-react/icons/triangle-alert";
import type { ReactNode } from "react";
import { Icon } from "../icon";
import { Link } from "../link";
import { FocusOnArrival } from "./focus-on-arrival";
import { TitlePrefix } from "./title-prefix";

export type Problem = {
  /** Id of the field without the hash; absent when the problem belongs to no field. */
  readonly field?: string;
  readonly text: ReactNode;
};

export type ErrorSummaryProps = {
  readonly title: ReactNode;
  readonly problems: readonly Problem[];
  /** Put before the title of the page: "Error: ". */
  readonly titlePrefix?: string;
  /** Pass the state of the form: each new answer moves focus here again. */
  readonly occasion?: unknown;
};

/** Stands above the h1. Each line leads to its field and says the same words as the field does. */
export const ErrorSummary = ({ title, problems, titlePrefix, occasion }: ErrorSummaryProps) => (
  <FocusOnArrival
    role="alert"
    aria-labelledby="error-summary-title"
    occasion={occasion}
    className="mb-8 rounded-control border-2 border-s-8 border-err-700 bg-canvas p-4 sm:p-5"
  >
    {titlePrefix && <TitlePrefix prefix={titlePrefix} occasion={occasion} />}
    <h2 id="error-summary-title" className="flex gap-2 font-sans text-h3 text-err-700">
      <Icon glyph={TriangleAlert} size={24} className="mt-1" />
      <span className="min-w-0">{title}</span>
    </h2>
    <ul className="mt-3 flex flex-col gap-2">
      {problems.map(({ field, text }, index) => (
        <li key={`${field ?? "form"}-${index}`} className="min-w-0">
          {field === undefined ? (
            text
          ) : (
            <Link href={`#${field}`} className="inline-block py-0.5 font-semibold text-err-700 hover:text-err-700">
              {text}
            </Link>
          )}
        </li>
      ))}
    </ul>
  </FocusOnArrival>
);
