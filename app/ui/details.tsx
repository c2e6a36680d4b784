import type { ReactNode } from "react";

type DetailsProps = { summary: ReactNode; open?: boolean | undefined; children: ReactNode };

/** More, for those who want it. */
export function Details({ summary, open, children }: DetailsProps) {
  return (
    <details className="govuk-details" open={open}>
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">{summary}</span>
      </summary>
      <div className="govuk-details__text">{children}</div>
    </details>
  );
}

type TermHelpProps = { term: string; question?: string; moreHref?: string; children: ReactNode };

/** What a word means, folded up beside where it is used. */
export function TermHelp({ term, question = `What “${term}” means`, children }: TermHelpProps) {
  return (
    <details className="cg-term">
      <summary className="cg-term__summary">{question}</summary>
      <div className="cg-term__text">{children}</div>
    </details>
  );
}
