import type { ReactNode } from "react";
import { href } from "react-router";
import { AppLink } from "~/ui/app-link";
import { Details } from "~/ui/details";
import { Facts, RecordList } from "~/ui/record-list";
import { Tag } from "~/ui/tag";
import type { ActionCard, EvidenceLink, UnknownCard } from "../action-view";

/** Links shown with an action; the rest are counted. */
const SHOWN = 5;
/** Actions shown in full, unless the page asks for fewer. */
const FIRST = 5;

type ActionListProps = {
  label: string;
  cards: readonly ActionCard[];
  /** How many stand in full. */
  first?: number;
  /** What can be answered to an action; left out where nothing can. */
  answers?: ((card: ActionCard) => ReactNode) | undefined;
  /** The action asked for in the address, or whose form was refused: it is not folded away. */
  unfolded?: string | null | undefined;
};

/** Recommended actions, each with why it comes up and what it rests on: the first in full, the others folded. */
export function ActionList({ label, cards, first = FIRST, answers, unfolded }: ActionListProps) {
  const rest = cards.slice(first);
  return (
    <>
      <Cards label={label} cards={cards.slice(0, first)} answers={answers} />
      {rest.length > 0 ? (
        <Details summary={`${rest.length} more`} open={rest.some(({ id }) => id === unfolded)}>
          <Cards label={`${label}: more`} cards={rest} answers={answers} />
        </Details>
      ) : null}
    </>
  );
}

function Cards({ label, cards, answers }: ActionListProps) {
  return (
    <RecordList
      label={label}
      headingLevel={3}
      items={cards.map((card) => ({
        id: card.id,
        title: card.title,
        tag: card.ownOnly ? <Tag tone="quiet">Only your side sees this</Tag> : undefined,
        children: (
          <>
            <p className="govuk-body">
              <strong>Because:</strong> {card.because}
            </p>
            <p className="govuk-body">{card.wording}</p>
            {card.doing ? (
              <p className="govuk-body">
                <AppLink href={card.doing.href}>{card.doing.text}</AppLink>
              </p>
            ) : null}
            <Links records={card.records} />
            <Facts
              facts={[
                <AppLink
                  href={`${href("/guide/:component", { component: card.component.id })}#${card.id}`}
                  key="guide"
                >
                  {card.component.name}
                </AppLink>,
                card.gain,
                card.effort,
                card.roles.length > 0 ? `Mostly for: ${card.roles.join(", ")}` : null,
                card.first.length > 0 ? `For all, first: ${card.first.join(", ")}` : null,
                `Goes away when: ${card.closes}`,
              ]}
            />
            {answers?.(card)}
          </>
        ),
      }))}
    />
  );
}

function Links({ records }: { records: readonly EvidenceLink[] }) {
  if (records.length === 0) return null;
  return (
    <ul className="govuk-list govuk-list--bullet">
      {records.slice(0, SHOWN).map(({ id, title, href }) => (
        <li key={id}>
          <AppLink href={href}>{title}</AppLink>
        </li>
      ))}
      {records.length > SHOWN ? <li>and {records.length - SHOWN} more</li> : null}
    </ul>
  );
}

/** What one answer would make surer, with a link to where it is given. */
export function UnknownList({ unknowns }: { unknowns: readonly UnknownCard[] }) {
  return (
    <RecordList
      label="What would tell us more"
      headingLevel={3}
      items={unknowns.map(({ id, text, record, gain }) => ({
        id,
        title: text,
        href: record?.href,
        facts: [gain],
      }))}
    />
  );
}
