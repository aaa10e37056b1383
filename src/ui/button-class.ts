import { classNames } from "./class-names";

export type ButtonLook = {
  /** `band` is the quiet button on the deep header band. */
  readonly variant?: "primary" | "secondary" | "quiet" | "destructive" | "band";
  /** `dense` (40 px) is for workspaces only; public pages and telephones keep 48 px. */
  readonly size?: "regular" | "dense";
  /** Full width on telephones, as wide as its words elsewhere. */
  readonly stretch?: boolean;
};

const variants = {
  primary: "border-transparent bg-action text-white hover:bg-action-strong hover:text-white",
  secondary: "border-primary bg-canvas text-primary hover:bg-primary-50 hover:text-primary-strong",
  quiet: "border-transparent bg-transparent text-primary underline decoration-1 underline-offset-4 hover:bg-primary-50",
  destructive: "border-err-700 bg-canvas text-err-700 hover:bg-err-50 hover:text-err-700",
  band: "border-transparent bg-transparent text-white hover:bg-action hover:text-white hover:underline",
} as const;

const sizes = { regular: "min-h-12 px-5 py-2 text-base", dense: "min-h-10 px-4 py-1.5 text-sm" } as const;

export const buttonClass = ({ variant = "primary", size = "regular", stretch = false }: ButtonLook): string =>
  classNames(
    "inline-flex max-w-full cursor-pointer items-center justify-center gap-2 rounded-control border-2 text-center font-semibold",
    variant !== "quiet" && "no-underline",
    "aria-disabled:cursor-not-allowed aria-disabled:opacity-70 print:hidden",
    variants[variant],
    variant === "band" ? "min-h-12 px-3 py-2 text-sm font-normal" : sizes[size],
    stretch && "w-full sm:w-auto",
  );
