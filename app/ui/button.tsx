import type { ButtonHTMLAttributes, ReactNode } from "react";
import { AppLink } from "./app-link.tsx";
import { classNames } from "./class-names.ts";

export type ButtonVariant = "primary" | "secondary" | "warning" | "quiet";

/** The class names of a button of one kind; "quiet" looks like a link. */
export function buttonClass(variant: ButtonVariant = "primary"): string {
  if (variant === "quiet") return "cg-quiet-button";
  return classNames("govuk-button", variant !== "primary" && `govuk-button--${variant}`);
}

type ButtonProps = Omit<ButtonHTMLAttributes<HTMLButtonElement>, "style" | "className"> & {
  variant?: ButtonVariant | undefined;
  /** Words for screen readers after the label, when several buttons look alike: "about the bins". */
  about?: string | undefined;
  children: ReactNode;
};

/** A button inside a form; sends the form unless told otherwise. */
export function Button({ variant, about, children, type = "submit", ...rest }: ButtonProps) {
  return (
    <button type={type} className={buttonClass(variant)} {...rest}>
      {children}
      {about ? <span className="govuk-visually-hidden"> {about}</span> : null}
    </button>
  );
}

type LinkButtonProps = { href: string; variant?: ButtonVariant | undefined; children: ReactNode };

/** A link that looks like a button: for the next step, when nothing is sent. */
export function LinkButton({ href, variant, children }: LinkButtonProps) {
  return (
    <AppLink href={href} className={buttonClass(variant)} draggable={false}>
      {children}
    </AppLink>
  );
}

type ButtonGroupProps = {
  /** On small screens the buttons stay at the foot of the screen while their long form is in sight. */
  stays?: boolean | undefined;
  children: ReactNode;
};

/** Buttons and links side by side, wrapping on small screens. */
export function ButtonGroup({ stays, children }: ButtonGroupProps) {
  return <div className={classNames("govuk-button-group", stays && "cg-buttons--stay")}>{children}</div>;
}
