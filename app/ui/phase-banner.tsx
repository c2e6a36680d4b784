import type { ReactNode } from "react";

/** A strip above the header that says what kind of place this is: a demonstration, a trial. */
export function PhaseBanner({ tag, children }: { tag: string; children: ReactNode }) {
  return (
    <aside className="cg-phase" aria-label="About this place">
      <div className="govuk-width-container">
        <p className="govuk-phase-banner__content">
          <strong className="govuk-tag govuk-phase-banner__content__tag">{tag}</strong>
          <span className="govuk-phase-banner__text">{children}</span>
        </p>
      </div>
    </aside>
  );
}
