import { href } from "react-router";
import { listWords } from "~/platform/list-words";
import { plural } from "~/platform/plural";
import { AppLink } from "~/ui/app-link";
import { formatDay, formatDayShort } from "~/ui/format-date";
import { Table } from "~/ui/table";
import { Tag } from "~/ui/tag";
import { type Contact, type Holder, LEVELS_WANTED, type LevelCover } from "../coverage";
import { POST_LEVELS, roleLabel } from "../person";

type Only = { council: Contact | null; community: Contact | null };
type CouncilCoverProps = {
  council: {
    name: string;
    slug: string;
    levels: readonly LevelCover[];
    allies: readonly string[];
    only: Only;
    holders: readonly Holder[];
  };
  hrefFor: (id: string) => string;
};

/** How far the ties with one council reach, and what hangs on one person. */
export function CouncilCover({ council, hrefFor }: CouncilCoverProps) {
  const { name, slug, levels, allies, only, holders } = council;
  const risks = risksOf(name, only, holders);
  return (
    <section aria-label={name}>
      <h2 className="govuk-heading-m">
        <AppLink href={href("/organisations/:id", { id: slug })}>{name}</AppLink>
      </h2>
      <p className="govuk-body">{reachWords(name, levels)}</p>
      <Table
        caption={`Live contacts at ${name}, level by level`}
        captionSize="s"
        rows={levels}
        rowKey={({ level }) => level}
        columns={[
          { header: "Level", cell: ({ level }) => POST_LEVELS[level] },
          { header: "People known", numeric: true, cell: ({ known }) => String(known) },
          {
            header: "Live contacts",
            cell: ({ live }) =>
              live.length === 0 ? (
                <Tag tone="attention">Nobody</Tag>
              ) : (
                <Names live={live} hrefFor={hrefFor} />
              ),
          },
        ]}
      />
      <p className="govuk-body">
        {allies.length > 0
          ? `Of the live contacts across the table, our side counts as allies: ${listWords(allies)}.`
          : "Our side counts no live contact across the table as an ally yet."}
      </p>
      <h3 className="govuk-heading-s">What hangs on one person</h3>
      {risks.length === 0 ? (
        <p className="govuk-body">{levels.some(({ live }) => live.length > 0) ? NO_RISK : NOBODY_LIVE}</p>
      ) : (
        <ul className="govuk-list govuk-list--bullet">
          {risks.map((risk) => (
            <li key={risk}>{risk}</li>
          ))}
        </ul>
      )}
    </section>
  );
}

const NO_RISK = "Nothing: each side has more than one live contact, and no one holds most of the promises.";
const NOBODY_LIVE = "Nobody there is a live contact: the two sides have not met in six months.";

function Names({ live, hrefFor }: { live: readonly Contact[]; hrefFor: (id: string) => string }) {
  return (
    <ul className="govuk-list">
      {live.map(({ id, name, lastOn }) => (
        <li key={id}>
          <AppLink href={hrefFor(id)}>{name}</AppLink>, {formatDayShort(lastOn)}
        </li>
      ))}
    </ul>
  );
}

/** How many of a council's levels have a live contact. */
function reachWords(name: string, levels: readonly LevelCover[]): string {
  const reached = levels.filter(({ live }) => live.length > 0).length;
  const words = `${reached} of the ${levels.length} levels of ${name} ${reached === 1 ? "has" : "have"} a live contact.`;
  return reached >= LEVELS_WANTED ? words : `${words} ${LEVELS_WANTED} would be enough.`;
}

/** What would stop if one person left. */
function risksOf(council: string, only: Only, holders: readonly Holder[]): string[] {
  const sideOf = { council, community: "the partnership" };
  return [
    ...(["council", "community"] as const).flatMap((side) =>
      only[side] ? [`${only[side].name} is the only live contact of ${sideOf[side]}.`] : [],
    ),
    ...holders.map(
      ({ side, name, held, of }) =>
        `${name} holds ${held} of the ${plural(of, "open promise")} of ${sideOf[side]}.`,
    ),
  ];
}

type VacanciesProps = {
  leads: readonly { organisation: string; vacant: { since: string; name: string } | null }[];
  vacancies: readonly {
    id: string;
    personId: string;
    name: string;
    role: string;
    organisation: string;
    endsOn: string;
  }[];
  hrefFor: (id: string) => string;
};

/** Places that nobody leads from, and posts that nobody took over. */
export function Vacancies({ leads, vacancies, hrefFor }: VacanciesProps) {
  return (
    <section aria-labelledby="vacancies">
      <h2 className="govuk-heading-m" id="vacancies">
        Posts that stand empty
      </h2>
      {leads.length + vacancies.length === 0 ? (
        <p className="govuk-body">
          None: each side has a named lead, and each post that ended in the last year has a follower.
        </p>
      ) : (
        <ul className="govuk-list govuk-list--bullet">
          {leads.map(({ organisation, vacant }) => (
            <li key={organisation}>
              Named lead of {organisation}:{" "}
              {vacant
                ? `nobody since ${formatDay(vacant.since)}, when ${vacant.name} left`
                : "nobody named yet"}
            </li>
          ))}
          {vacancies.map(({ id, personId, name, role, organisation, endsOn }) => (
            <li key={id}>
              {roleLabel(role)}, {organisation}: nobody since {formatDay(endsOn)}, when{" "}
              <AppLink href={hrefFor(personId)}>{name}</AppLink> left
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
