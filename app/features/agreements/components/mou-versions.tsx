import { AppLink } from "~/ui/app-link";
import { formatDay } from "~/ui/format-date";
import { Table } from "~/ui/table";
import { WrittenText } from "~/ui/written-text";
import { type Clause, HEADING_WORDS, type Heading } from "../clause";
import type { Piece } from "../text-difference";

type VersionRow = {
  number: number;
  said: string;
  by: string;
  proposedOn: string | null;
  adoptedOn: string | null;
};

type VersionsTableProps = { versions: readonly VersionRow[]; compareHref: (number: number) => string };

/** The versions of an agreement, the latest first, each with the way to its difference from the one before. */
export function VersionsTable({ versions, compareHref }: VersionsTableProps) {
  return (
    <Table
      caption="Versions"
      rows={versions}
      rowKey={({ number }) => String(number)}
      columns={[
        { header: "Version", cell: ({ number }) => `Version ${number}` },
        { header: "Put forward by", cell: ({ by }) => by },
        { header: "Proposed", cell: ({ proposedOn }) => (proposedOn ? formatDay(proposedOn) : "Not yet") },
        {
          header: "What became of it",
          cell: ({ said, adoptedOn }) => (adoptedOn ? `${said}, ${formatDay(adoptedOn)}` : said),
        },
        {
          header: "Difference",
          cell: ({ number }) =>
            number > 1 ? (
              <AppLink href={compareHref(number)}>
                From {number - 1} to {number}
              </AppLink>
            ) : (
              "The first"
            ),
        },
      ]}
    />
  );
}

/** The words that held, under their headings. */
export function VersionText({ clauses }: { clauses: readonly Clause[] }) {
  return clauses.map(({ heading, text }) => (
    <div key={heading}>
      <h3 className="govuk-heading-s">{HEADING_WORDS[heading]}</h3>
      <WrittenText>{text}</WrittenText>
    </div>
  ));
}

type DifferenceProps = {
  parts: readonly { heading: Heading; pieces: readonly Piece[] }[];
  days: readonly { what: string; before: string | null; after: string | null }[];
};

/** What was taken out and what came in, by heading; said in words for those who do not see it. */
export function VersionDifference({ parts, days }: DifferenceProps) {
  if (parts.length === 0 && days.length === 0)
    return <p className="govuk-body">The two are the same, word for word.</p>;
  return (
    <>
      {days.map(({ what, before, after }) => (
        <p className="govuk-body" key={what}>
          {what}: <del>{dayOf(before)}</del> <ins>{dayOf(after)}</ins>
        </p>
      ))}
      {parts.map(({ heading, pieces }) => (
        <div key={heading}>
          <h3 className="govuk-heading-s">{HEADING_WORDS[heading]}</h3>
          <p className="govuk-body cg-conflict__text">{placed(pieces).map(pieceOf)}</p>
        </div>
      ))}
    </>
  );
}

const dayOf = (day: string | null) => (day === null ? "none" : formatDay(day));

/** Pieces never change places, so that their place names them. */
function placed(pieces: readonly Piece[]) {
  return pieces.map((piece, place) => ({ ...piece, place }));
}

function pieceOf({ kind, text, place }: Piece & { place: number }) {
  if (kind === "same") return <span key={place}>{text}</span>;
  const Mark = kind === "added" ? "ins" : "del";
  return (
    <Mark key={place}>
      <span className="govuk-visually-hidden">{kind === "added" ? "Added: " : "Taken out: "}</span>
      {text}
      <span className="govuk-visually-hidden"> End. </span>
    </Mark>
  );
}
