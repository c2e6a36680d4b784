import { AddAnother, type RepeatPlace } from "~/ui/add-another";
import { Checkbox } from "~/ui/checkboxes";
import { Combobox } from "~/ui/combobox";
import { Details } from "~/ui/details";
import { NearQuestion } from "~/ui/near-question";
import { Select } from "~/ui/select";
import { ATTENDANCE_WORDS } from "../meeting";
import type { MeetingFormOptions } from "./form-options";
import type { TypedForm } from "./typed-form";

type RowsProps = { form: TypedForm; options: MeetingFormOptions };

/** Who came from one side: found by typing, or a new name. */
export function PeopleRows({ form, options, list }: RowsProps & { list: "theirs" | "ours" }) {
  const whose = list === "theirs" ? options.theirs : options.ours;
  const nobody = list === "theirs" ? "nobodyTheirs" : "nobodyOurs";
  return (
    <section aria-labelledby={`${form.id}-${list}-title`}>
      <h2 className="govuk-heading-m" id={`${form.id}-${list}-title`}>
        Who came from {whose}?
      </h2>
      <AddAnother
        id={`${form.id}-${list}`}
        name={list}
        itemName="person"
        items={form.rows(list, 1)}
        emptyItem={-1}
      >
        {(_, place) => <PersonRow form={form} options={options} place={place} list={list} />}
      </AddAnother>
      <Checkbox {...form.tick(nobody)} label={`Nobody came from ${whose}`} />
    </section>
  );
}

/** Who was expected and did not come. */
export function MissingRows({ form, options }: RowsProps) {
  return (
    <AddAnother
      id={`${form.id}-missing`}
      name="missing"
      itemName="person who did not come"
      items={form.rows("missing", 1)}
      emptyItem={-1}
    >
      {(_, place) => (
        <>
          <PersonRow form={form} options={options} place={place} list="missing" />
          <Select
            {...form.field(`${place.name}.attendance`)}
            label="Did they say so before?"
            options={[
              { value: "apologies", label: ATTENDANCE_WORDS.apologies },
              { value: "absent", label: ATTENDANCE_WORDS.absent },
            ]}
          />
        </>
      )}
    </AddAnother>
  );
}

type RowProps = RowsProps & { place: RepeatPlace; list: "theirs" | "ours" | "missing" };

function PersonRow({ form, options, place, list }: RowProps) {
  const ours = { group: `Of ${options.ours}`, options: options.rolesOurs };
  const theirs = { group: `Of ${options.theirs}`, options: options.rolesTheirs };
  const [capacity, organisation] = [`${place.name}.capacity`, `${place.name}.organisation`] as const;
  const asksWhere = list === "theirs" && options.councils.length > 1;
  return (
    <>
      <Combobox
        {...form.field(`${place.name}.person`)}
        label="Name"
        hint={place.index === 0 ? "Start typing and choose, or write a new name." : undefined}
        options={options.people}
      />
      <NearQuestion {...form.field(`${place.name}.same`)} choices={form.near(`${place.name}.same`)} />
      <Details summary="A new name, or came as something else" open={form.touches([capacity, organisation])}>
        <Select
          {...form.field(capacity)}
          label="Came as"
          placeholder="Their usual post"
          options={list === "ours" ? [ours, theirs] : [theirs, ours]}
        />
        {asksWhere ? (
          <Select
            {...form.field(organisation)}
            label="From"
            hint="Only for a new name."
            placeholder="Already known"
            options={options.councils.filter(({ value }) => value !== "all")}
          />
        ) : null}
      </Details>
    </>
  );
}
