import ArrowRightLeft from "lucide-react/icons/arrow-right-left";
import MenuGlyph from "lucide-react/icons/menu";
import type { ReactNode } from "react";
import { classNames } from "./class-names";
import { Icon } from "./icon";
import { Link } from "./link";
import { Mark } from "./mark";
import { container } from "./page-frame";

export type ServiceBarProps = {
  readonly product: { readonly name: string; readonly href: string };
  /** A deployment's own sign; without it, the product's mark. */
  readonly logo?: ReactNode;
  /** Where the person stands and in which role. */
  readonly context?: { readonly person?: string; readonly label: ReactNode; readonly role?: ReactNode };
  readonly workspace?: { readonly href: string; readonly label: string };
  /** `menu` opens a long navigation on telephones. */
  readonly navigation?: { readonly label: string; readonly menu: string; readonly items: readonly NavigationItem[] };
  readonly languages?: { readonly label: string; readonly items: readonly Language[] };
  /** Sign-in link, or the person's name with a sign-out form (`Button` variant `band`). */
  readonly account?: ReactNode;
};

export type NavigationItem = { readonly href: string; readonly label: string; readonly current?: boolean };

export type Language = {
  /** `id`, `en`. */
  readonly code: string;
  readonly label: string;
  /** The language in its own words. */
  readonly name: string;
  readonly href: string;
  readonly current?: boolean;
};

export const ServiceBar = ({ product, logo, context, workspace, navigation, languages, account }: ServiceBarProps) => (
  <div className="bg-primary-deep text-white forced-colors:border-b">
    <div className={classNames("flex flex-wrap items-center gap-x-4", container)}>
      <Link href={product.href} className={classNames(bandLink, "-ms-2 gap-2.5 font-display text-base font-bold")}>
        {logo ?? <Mark />}
        {product.name}
      </Link>
      {(context || workspace) && <Hat context={context} workspace={workspace} />}
      <div className="-me-3 ms-auto flex flex-wrap items-center justify-end gap-x-1 text-sm">
        {languages && <LanguageSwitch {...languages} />}
        {account}
      </div>
    </div>
    {navigation && <Navigation {...navigation} />}
  </div>
);

const bandLink = "inline-flex min-h-12 items-center gap-1.5 px-2 text-white no-underline hover:text-white hover:underline";

/** Which hat the person wears, and beside it the way to another. On telephones a line of its own, which then names the person. */
const Hat = ({ context, workspace }: Pick<ServiceBarProps, "context" | "workspace">) => (
  <div className="order-last flex w-full min-w-0 flex-wrap items-center justify-between gap-x-4 border-t border-action text-sm md:order-none md:w-auto md:flex-1 md:justify-start md:border-t-0">
    {context && (
      <p className="min-w-0 py-2 wrap-anywhere md:border-s md:border-action md:py-0 md:ps-4">
        {context.person && <span className="md:hidden">{context.person} · </span>}
        {context.label}
        {context.role && <strong className="font-semibold"> · {context.role}</strong>}
      </p>
    )}
    {workspace && (
      <Link href={workspace.href} className={classNames(bandLink, "-ms-2 md:ms-0 md:-me-2")}>
        <Icon glyph={ArrowRightLeft} size={16} />
        {workspace.label}
      </Link>
    )}
  </div>
);

const LanguageSwitch = ({ label, items }: NonNullable<ServiceBarProps["languages"]>) => (
  <nav aria-label={label}>
    <ul className="flex">
      {items.map(({ code, label: short, name, href, current = false }, index) => (
        <li key={code} className={classNames("flex items-center", index > 0 && "before:h-4 before:border-s before:border-primary-300")}>
          <Link
            href={href}
            verbatim
            lang={code}
            hrefLang={code}
            aria-current={current ? "true" : undefined}
            className={classNames(bandLink, "min-w-10 justify-center", current && "font-bold underline")}
          >
            {short}
            <span className="sr-only">{name}</span>
          </Link>
        </li>
      ))}
    </ul>
  </nav>
);

/** More than these do not stand side by side on a telephone; there they wait behind a word that also says where one is. */
const MOST_IN_A_ROW = 3;

const Navigation = ({ label, menu, items }: NonNullable<ServiceBarProps["navigation"]>) => {
  const isLong = items.length > MOST_IN_A_ROW;
  const current = items.find((item) => item.current);
  return (
    <nav aria-label={label} className="border-t border-action text-sm">
      {isLong && (
        <details className={classNames("md:hidden", container)}>
          <summary className={classNames(bandLink, "-ms-2 cursor-pointer list-none [&::-webkit-details-marker]:hidden")}>
            <Icon glyph={MenuGlyph} size={16} />
            <span>
              {menu}
              {current && <> · <strong className="font-semibold">{current.label}</strong></>}
            </span>
          </summary>
          <ul className="pb-2">
            {items.map((item) => (
              <li key={item.href}>
                <NavigationLink {...item} className="flex border-s-4 ps-3" />
              </li>
            ))}
          </ul>
        </details>
      )}
      <ul className={classNames("flex-wrap gap-x-4 sm:gap-x-6", isLong ? "hidden md:flex" : "flex", container)}>
        {items.map((item) => (
          <li key={item.href}>
            <NavigationLink {...item} className="inline-flex border-b-4 pt-1" />
          </li>
        ))}
      </ul>
    </nav>
  );
};

const NavigationLink = ({ href, label, current = false, className }: NavigationItem & { readonly className: string }) => (
  <Link
    href={href}
    aria-current={current ? "page" : undefined}
    className={classNames(
      "min-h-12 items-center text-white no-underline hover:text-white hover:underline",
      current ? "border-white font-semibold" : "border-transparent",
      className,
    )}
  >
    {label}
  </Link>
);
