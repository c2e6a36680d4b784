import type { ReactNode } from "react";
import { AppLink } from "./app-link.tsx";
import { classNames } from "./class-names.ts";
import type { PartnerTone } from "./partner-mark.tsx";
import { Facts } from "./record-list.tsx";

export type TimelineItem = {
  id: string;
  /** The day for machines, YYYY-MM-DD, and as people read it. */
  day: string;
  dayText: string;
  title: ReactNode;
  href?: string | undefined;
  /** The colour of the dot; its meaning must also be in the words. */
  tone?: PartnerTone | undefined;
  facts?: readonly ReactNode[] | undefined;
  children?: ReactNode;
};

type TimelineListProps = {
  groups: readonly { title: string; items: readonly TimelineItem[] }[];
  headingLevel?: 2 | 3;
};

/** What happened, newest or oldest first, under a heading for each stretch of time. */
export function TimelineList({ groups, headingLevel = 2 }: TimelineListProps) {
  const Heading = `h${headingLevel}` as const;
  return groups.map(({ title, items }) => (
    <section className="cg-timeline" key={title}>
      <Heading className="govuk-heading-m">{title}</Heading>
      <ol className="cg-timeline__list">
        {items.map((item) => (
          <li
            className={classNames("cg-timeline__item", item.tone && `cg-timeline__item--${item.tone}`)}
            key={item.id}
          >
            <time className="cg-timeline__day" dateTime={item.day}>
              {item.dayText}
            </time>
            <div className="cg-timeline__title">
              {item.href ? <AppLink href={item.href}>{item.title}</AppLink> : item.title}
            </div>
            {item.facts && item.facts.length > 0 ? <Facts facts={item.facts} /> : null}
            {item.children}
          </li>
        ))}
      </ol>
    </section>
  ));
}
