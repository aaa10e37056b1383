import ChevronRight from "lucide-react/icons/chevron-right";
import type { ReactNode } from "react";
import { Icon } from "./icon";

export type DetailsProps = { readonly summary: ReactNode; readonly open?: boolean; readonly children: ReactNode };

export const Details = ({ summary, open, children }: DetailsProps) => (
  <details open={open} className="group">
    <summary className="inline-flex min-h-12 cursor-pointer list-none items-center gap-1 text-primary underline decoration-1 underline-offset-4 hover:decoration-2 [&::-webkit-details-marker]:hidden">
      <Icon glyph={ChevronRight} className="-ms-1 group-open:rotate-90 print:hidden" />
      {summary}
    </summary>
    <div className="mt-1 border-s-4 border-line ps-4">{children}</div>
  </details>
);
