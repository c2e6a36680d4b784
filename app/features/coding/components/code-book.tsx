import { formatDay } from "~/ui/format-date";
import { Table } from "~/ui/table";
import { isTheme, THEME_WORDS, themeName } from "../code";
import { BLANK_WORDS, type CountedRow, type Told } from "../code-told";

type BookCode = {
  slug: string;
  label: string;
  says: string;
  acceptedOn: string | null;
  retired: { on: string; reason: string | null } | null;
};

type CodeBookProps = {
  themes: readonly (readonly [theme: string, codes: readonly CountedRow<BookCode>[]])[];
  /** The releases that the counts are of, the oldest first. */
  releases: readonly string[];
};

/** The code book, a table for each theme, with what each release counted. */
export function CodeBook({ themes, releases }: CodeBookProps) {
  return themes.map(([theme, codes]) => (
    <section aria-labelledby={`theme-${theme}`} key={theme}>
      <h2 className="govuk-heading-m" id={`theme-${theme}`}>
        {themeName(theme)}
      </h2>
      {isTheme(theme) ? <p className="govuk-body">{THEME_WORDS[theme].asks}</p> : null}
      <Table
        caption={themeName(theme)}
        hideCaption
        rows={codes}
        rowKey={({ slug }) => slug}
        columns={[
          { header: "Code", cell: ({ label }) => label },
          { header: "When to use it", cell: (code) => <UseCell code={code} /> },
          {
            header: "In the list since",
            cell: ({ acceptedOn }) => (acceptedOn === null ? "The start" : formatDay(acceptedOn)),
          },
          ...releases.map((release, at) => ({
            header: release,
            cell: ({ told }: CountedRow<BookCode>) => <ToldCell told={told[at] ?? "not told"} />,
          })),
        ]}
      />
    </section>
  ));
}

function UseCell({ code: { says, retired } }: { code: BookCode }) {
  return (
    <>
      {says}
      {retired ? (
        <>
          <br />
          Not put on records since {formatDay(retired.on)}
          {retired.reason ? `: ${retired.reason}` : ""}
        </>
      ) : null}
    </>
  );
}

function ToldCell({ told }: { told: Told }) {
  if (typeof told === "string") return BLANK_WORDS[told];
  return (
    <>
      about {told.records} records
      <br />
      of about {told.areas} areas
    </>
  );
}
