import { listWords } from "~/platform/list-words";
import { plural } from "~/platform/plural";
import { AppLink } from "~/ui/app-link";
import { formatDay, formatDayShort } from "~/ui/format-date";
import { InsetText } from "~/ui/inset-text";
import { Table } from "~/ui/table";
import type { InfluencingView, Leverage, LeverageSums, PartyBalance } from "../balance";

/** Public offices among those who vote, by party; what to look at, and nothing decided. */
export function PartyPart({ balance }: { balance: PartyBalance }) {
  const { voting, parties, flagged } = balance;
  if (parties.length === 0)
    return <p className="govuk-body">No voting member holds a public office for a party.</p>;
  return (
    <>
      <Table
        caption={`Voting members who hold a public office, of ${voting}`}
        captionSize="s"
        rows={parties}
        rowKey={({ party }) => party}
        columns={[
          { header: "Party", cell: ({ party }) => party },
          { header: "Members", numeric: true, cell: ({ members }) => String(members.length) },
          {
            header: "Who",
            cell: ({ members }) =>
              listWords(members.map(({ name, publicOffice }) => `${name} (${publicOffice})`)),
          },
        ]}
      />
      {flagged.map((party) => (
        <InsetText key={party}>
          Office-holders of {party} have many of the votes. Look together at whether the partnership could be
          seen as theirs, and ask new people to join if so.
        </InsetText>
      ))}
    </>
  );
}

export type CapacityLine = {
  member: string;
  publicOffice: string;
  linked: boolean;
  meetings: readonly {
    id: string;
    title: string;
    on: string;
    capacity: string;
    forUs: boolean;
    href: string;
  }[];
};

/** In which capacity members with a public office came to meetings. */
export function CapacityPart({ lines }: { lines: readonly CapacityLine[] }) {
  return lines.map(({ member, publicOffice, linked, meetings }) => (
    <section key={member} aria-label={member}>
      <h4 className="govuk-heading-s">
        {member}, {publicOffice}
      </h4>
      {meetings.length === 0 ? (
        <p className="govuk-body">
          {linked
            ? "No meeting of the last year names them."
            : "Not linked to anybody in the list of people yet."}
        </p>
      ) : (
        <ul className="govuk-list govuk-list--bullet">
          {meetings.map(({ id, title, on, capacity, forUs, href }) => (
            <li key={id}>
              <AppLink href={href}>{title}</AppLink>, {formatDayShort(on)}: came as {capacity.toLowerCase()},{" "}
              {forUs ? "for the partnership" : "for the council"}
            </li>
          ))}
        </ul>
      )}
    </section>
  ));
}

type WithHref<T> = T & { href: string };

/** What was done to change a decision in the last months, for people to judge. */
export function InfluencingPart({ view, hrefOf }: { view: InfluencingView; hrefOf: (id: string) => string }) {
  const { recent, all, from, predominant, outsidePlan } = view;
  return (
    <>
      <p className="govuk-body">
        Since {formatDay(from)}: {plural(recent.length, "entry", "entries")} about influencing, of{" "}
        {plural(all, "thing")} your side wrote down.
      </p>
      {predominant ? (
        <InsetText>
          Much of what you did in these months was influencing. Judge together whether it still serves the
          plan. No rule here answers that.
        </InsetText>
      ) : null}
      {outsidePlan.length > 0 ? (
        <InsetText>
          Not part of the plan: {listWords(outsidePlan.map(({ title }) => title))}. Judge together whether it
          should be.
        </InsetText>
      ) : null}
      <ul className="govuk-list govuk-list--bullet">
        {recent.map(({ id, title, on, manner }) => (
          <li key={id}>
            <AppLink href={hrefOf(id)}>{title}</AppLink>, {formatDayShort(on)}: {manner.toLowerCase()}
          </li>
        ))}
      </ul>
    </>
  );
}

const pounds = new Intl.NumberFormat("en-GB", {
  style: "currency",
  currency: "GBP",
  maximumFractionDigits: 0,
});
const money = (value: number | null) => (value === null ? "Not known" : pounds.format(value));

type LegacyPartProps = {
  sums: LeverageSums;
  leverage: readonly WithHref<Leverage>[];
  steps: readonly { id: string; title: string; on: string; form: string; href: string }[];
};

/** Own money and the money it brought, summed; and the steps towards what lasts. */
export function LegacyPart({ sums, leverage, steps }: LegacyPartProps) {
  return (
    <>
      <p className="govuk-body">
        {leverage.length === 0
          ? "No money that drew in more is written down yet."
          : `${pounds.format(sums.own)} of your own brought ${pounds.format(sums.drawn)} of others.`}
        {sums.withoutFigures > 0
          ? ` ${plural(sums.withoutFigures, "entry has", "entries have")} no whole figures, and what is missing counts as nothing.`
          : ""}
      </p>
      {leverage.length > 0 ? (
        <Table
          caption="Money that drew in more"
          captionSize="s"
          rows={leverage}
          rowKey={({ id }) => id}
          columns={[
            { header: "What for", cell: ({ title, href }) => <AppLink href={href}>{title}</AppLink> },
            { header: "Own", numeric: true, cell: ({ own }) => money(own) },
            { header: "From others", numeric: true, cell: ({ drawn }) => money(drawn) },
            { header: "Who gave it", cell: ({ from }) => from ?? "Not said" },
          ]}
        />
      ) : null}
      {steps.length > 0 ? (
        <ul className="govuk-list govuk-list--bullet">
          {steps.map(({ id, title, on, form, href }) => (
            <li key={id}>
              <AppLink href={href}>{title}</AppLink>, {formatDayShort(on)}: {form.toLowerCase()}
            </li>
          ))}
        </ul>
      ) : (
        <p className="govuk-body">No step towards what will last is written down yet.</p>
      )}
    </>
  );
}
