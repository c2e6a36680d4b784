import { AppLink } from "~/ui/app-link";
import { SummaryList } from "~/ui/summary-list";
import type { Formula } from "../formulas";

/** Sentences one below the other. */
export function Sentences({ items }: { items: readonly string[] }) {
  return (
    <ul className="govuk-list govuk-list--bullet">
      {items.map((item) => (
        <li key={item}>{item}</li>
      ))}
    </ul>
  );
}

/** Formulas, each in words and then in symbols. */
export function Formulas({ formulas }: { formulas: readonly Formula[] }) {
  return (
    <SummaryList
      rows={formulas.map(({ name, words, symbols }) => ({
        key: name,
        value: (
          <>
            <p className="govuk-body">{words}</p>
            {symbols.map((line) => (
              <p className="govuk-body" key={line}>
                <code>{line}</code>
              </p>
            ))}
          </>
        ),
      }))}
    />
  );
}

type Source = { what: string; where: string; href: string | null };

/** Where ideas were taken from. */
export function Sources({ sources }: { sources: readonly Source[] }) {
  return (
    <ul className="govuk-list govuk-list--bullet">
      {sources.map(({ what, where, href }) => (
        <li key={where}>
          {what}: {href ? <AppLink href={href}>{where}</AppLink> : where}
        </li>
      ))}
    </ul>
  );
}
