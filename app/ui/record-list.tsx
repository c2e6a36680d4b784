import { Children, type ReactNode } from "react";
import { AppLink } from "./app-link.tsx";

export type RecordListItem = {
  id: string;
  href?: string | undefined;
  title: ReactNode;
  /** The state of the thing, usually a Tag. */
  tag?: ReactNode;
  /** Short facts under the title: who, when. */
  facts?: readonly ReactNode[] | undefined;
  children?: ReactNode;
};

type RecordListProps = { items: readonly RecordListItem[]; label?: string; headingLevel?: 2 | 3 | 4 };

/** A list of things, each with a title that leads to it, its state, and a line of facts. */
export function RecordList({ items, label, headingLevel = 2 }: RecordListProps) {
  const Heading = `h${headingLevel}` as const;
  return (
    <ul className="cg-records" aria-label={label}>
      {items.map(({ id, href, title, tag, facts, children }) => (
        <li className="cg-records__item" key={id}>
          <div className="cg-records__head">
            <Heading className="cg-records__title">
              {href ? <AppLink href={href}>{title}</AppLink> : title}
            </Heading>
            {tag}
          </div>
          {facts && facts.length > 0 ? <Facts facts={facts} /> : null}
          {children}
        </li>
      ))}
    </ul>
  );
}

/** Short facts on one line. */
export function Facts({ facts }: { facts: readonly ReactNode[] }) {
  const shown = facts.filter((fact) => fact !== null && fact !== undefined && fact !== false);
  return (
    <ul className="cg-facts">
      {Children.map(shown, (fact) => (
        <li>{fact}</li>
      ))}
    </ul>
  );
}
