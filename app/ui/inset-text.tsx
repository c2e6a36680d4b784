import type { ReactNode } from "react";

/** Words that stand out from the text round them. */
export function InsetText({ children }: { children: ReactNode }) {
  return <div className="govuk-inset-text">{children}</div>;
}
