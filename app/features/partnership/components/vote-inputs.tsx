import { HiddenFields } from "~/ui/hidden-fields";
import { Select } from "~/ui/select";
import { VOTES } from "../line";

type VoteInputsProps = {
  voters: readonly { id: string; name: string; interest: boolean }[];
  saved: readonly { member: string; vote: string }[];
  /** What was typed, where the form came back. */
  typed: unknown;
};

const OPTIONS = Object.entries(VOTES).map(([value, label]) => ({ value, label }));

/** What each member did in a decision, one list a member. */
export function VoteInputs({ voters, saved, typed }: VoteInputsProps) {
  const came = Array.isArray(typed) ? (typed as { member?: string; vote?: string }[]) : saved;
  return (
    <fieldset className="govuk-fieldset">
      <legend className="govuk-fieldset__legend govuk-fieldset__legend--s">
        Who voted how, and who stepped out?
      </legend>
      {voters.map(({ id, name, interest }, at) => (
        <div key={id}>
          <HiddenFields fields={{ [`votes[${at}].member`]: id }} />
          <Select
            id={`vote-${at}`}
            name={`votes[${at}].vote`}
            label={name}
            hint={interest ? "Has a declared interest in this body: has to step out." : undefined}
            value={came.find(({ member }) => member === id)?.vote}
            placeholder="Not written down"
            options={OPTIONS}
          />
        </div>
      ))}
    </fieldset>
  );
}
