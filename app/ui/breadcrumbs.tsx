import type { ReactNode } from "react";
import { AppLink } from "./app-link.tsx";

type BreadcrumbsProps = { items: readonly { href: string; text: string }[] };

/** The way here from the top; the page itself is not in it. */
export function Breadcrumbs({ items }: BreadcrumbsProps) {
  return (
    <nav className="govuk-breadcrumbs govuk-breadcrumbs--collapse-on-mobile" aria-label="Breadcrumb">
      <ol className="govuk-breadcrumbs__list">
        {items.map(({ href, text }) => (
          <li className="govuk-breadcrumbs__list-item" key={href}>
            <AppLink href={href} className="govuk-breadcrumbs__link">
              {text}
            </AppLink>
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** One step back, for pages in a chain of steps. */
export function BackLink({ href, children = "Back" }: { href: string; children?: ReactNode }) {
  return (
    <AppLink href={href} className="govuk-back-link">
      {children}
    </AppLink>
  );
}
