import { Link } from "./link";

/** Shown when the keyboard comes to it: over what stands between it and the part that is worked in. */
export const SkipLink = ({ href, label }: { readonly href: string; readonly label: string }) => (
  <Link
    href={href}
    className="sr-only focus:not-sr-only focus:absolute focus:start-4 focus:top-3 focus:z-50 focus:bg-canvas focus:px-4 focus:py-3 focus:font-semibold"
  >
    {label}
  </Link>
);
