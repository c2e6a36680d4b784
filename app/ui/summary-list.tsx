import type { ReactNode } from "react";
import { AppLink } from "./app-link.tsx";
import { classNames } from "./class-names.ts";

export type SummaryRow = {
  key: string;
  value: ReactNode;
  actions?: readonly SummaryAction[] | undefined;
};

export type SummaryAction = {
  href: string;
  text: string;
  /** What the action is about, for screen readers: "the day". By default the row's own key. */
  about?: string;
};

type SummaryListProps = { rows: readonly SummaryRow[]; plain?: boolean | undefined };

/** Names and values of one thing, each with what can be done about it. */
export function SummaryList({ rows, plain }: SummaryListProps) {
  const anyAction = rows.some((row) => row.actions && row.actions.length > 0);
  return (
    <dl className={classNames("govuk-summary-list", plain && "govuk-summary-list--no-border")}>
      {rows.map((row) => {
        const actions = row.actions ?? [];
        return (
          <div
            className={classNames(
              "govuk-summary-list__row",
              anyAction && actions.length === 0 && "govuk-summary-list__row--no-actions",
            )}
            key={row.key}
          >
            <dt className="govuk-summary-list__key">{row.key}</dt>
            <dd className="govuk-summary-list__value">{row.value}</dd>
            {actions.length > 0 ? (
              <dd className="govuk-summary-list__actions">
                <Actions actions={actions} rowKey={row.key} />
              </dd>
            ) : null}
          </div>
        );
      })}
    </dl>
  );
}

function Actions({ actions, rowKey }: { actions: readonly SummaryAction[]; rowKey: string }) {
  const links = actions.map(({ href, text, about = rowKey.toLowerCase() }) => (
    <AppLink href={href} key={href}>
      {text}
      <span className="govuk-visually-hidden"> {about}</span>
    </AppLink>
  ));
  if (links.length === 1) return links[0];
  return (
    <ul className="govuk-summary-list__actions-list">
      {links.map((link) => (
        <li className="govuk-summary-list__actions-list-item" key={link.key}>
          {link}
        </li>
      ))}
    </ul>
  );
}
