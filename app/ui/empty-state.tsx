import type { ReactNode } from "react";

type EmptyStateProps = {
  title: string;
  /** What would be here, without blame. */
  children?: ReactNode;
  /** The one thing to do next. */
  action?: ReactNode;
};

/** What a list says when there is nothing in it yet. */
export function EmptyState({ title, children, action }: EmptyStateProps) {
  return (
    <div className="cg-empty">
      <p className="govuk-heading-s">{title}</p>
      {children ? <div className="govuk-body">{children}</div> : null}
      {action}
    </div>
  );
}
