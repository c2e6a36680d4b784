import { listWords } from "~/platform/list-words";
import { Fieldset } from "~/ui/fieldset";
import { formatDay } from "~/ui/format-date";
import { Radios } from "~/ui/radios";
import { Select } from "~/ui/select";
import type { AskedView } from "../import-view";
import { keptField, type Refusal } from "./refusal";

export type PersonToChoose = { id: string; name: string; side: "council" | "community" };
type AskedMeetingsProps = {
  asked: readonly AskedView[];
  people: readonly PersonToChoose[];
  answer: Refusal | undefined;
};

/** Meetings whose day has passed: a calendar knows who was invited, not who came. */
export function AskedMeetings({ asked, people, answer }: AskedMeetingsProps) {
  if (asked.length === 0) return null;
  return (
    <section>
      <h2 className="govuk-heading-l">Meetings that have been</h2>
      <p className="govuk-body">
        A calendar knows who was invited, not who came. Say which of these took place. The others are left
        out.
      </p>
      {asked.map((meeting, at) => (
        <OneMeeting
          meeting={meeting}
          at={at}
          people={people}
          answer={answer}
          key={`${meeting.on} ${meeting.startsAt} ${meeting.title} ${meeting.line}`}
        />
      ))}
    </section>
  );
}

const SIDES = [
  { side: "council", label: "Who was there from the council" },
  { side: "community", label: "Who was there from the partnership" },
] as const;

type OneMeetingProps = Omit<AskedMeetingsProps, "asked"> & { meeting: AskedView; at: number };

function OneMeeting({ meeting, at, people, answer }: OneMeetingProps) {
  const { title, on, startsAt, council, community, others } = meeting;
  const known = [...council, ...community];
  const field = (name: string, value?: string) => keptField(answer, `asked[${at}].${name}`, value);
  const words = `${formatDay(on)}${startsAt ? `, ${startsAt}` : ""}: ${title}`;
  return (
    <Fieldset legend={words} legendSize="m">
      {known.length > 0 ? <p className="govuk-body">Invited: {listWords(known)}.</p> : null}
      {others.length > 0 ? <p className="govuk-body">Not known here: {listWords(others)}.</p> : null}
      <Radios
        {...field("became", meeting.isTold ? "met" : "leave")}
        label={
          <>
            What became of it<span className="govuk-visually-hidden">: {words}</span>
          </>
        }
        labelSize="s"
        small
        options={[
          { value: "leave", label: "Leave it out" },
          { value: "met", label: known.length > 0 ? "We met, those invited came" : "We met" },
        ]}
      />
      {SIDES.filter(({ side }) => meeting[side].length === 0).map(({ side, label }) => (
        <Select
          {...field(side)}
          key={side}
          label={label}
          hint="Only if you met"
          placeholder="Choose somebody"
          options={people
            .filter((one) => one.side === side)
            .map(({ id, name }) => ({ value: id, label: name }))}
        />
      ))}
    </Fieldset>
  );
}
