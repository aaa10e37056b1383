import type { ComponentProps } from "react";
import { type ButtonLook, buttonClass } from "./button-class";
import { classNames } from "./class-names";
import { Icon, type IconType } from "./icon";
import { Link } from "./link";

type WithIcon = ButtonLook & { readonly icon?: IconType; readonly iconAfter?: IconType };

export type ButtonProps = ComponentProps<"button"> & WithIcon;

/** `type` is "button" unless said otherwise; a form is sent by `SubmitButton`. */
export const Button = ({ variant, size, stretch, icon, iconAfter, className, children, ...rest }: ButtonProps) => (
  <button type="button" className={classNames(buttonClass({ variant, size, stretch }), className)} {...rest}>
    {icon && <Icon glyph={icon} />}
    {children}
    {iconAfter && <Icon glyph={iconAfter} />}
  </button>
);

export type LinkButtonProps = ComponentProps<"a"> & WithIcon & { readonly href: string };

/** Looks like a button, leads to a page. */
export const LinkButton = ({ variant, size, stretch, icon, iconAfter, className, children, ...rest }: LinkButtonProps) => (
  <Link className={classNames(buttonClass({ variant, size, stretch }), className)} {...rest}>
    {icon && <Icon glyph={icon} />}
    {children}
    {iconAfter && <Icon glyph={iconAfter} />}
  </Link>
);
