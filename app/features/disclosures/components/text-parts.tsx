import { HiddenFields } from "~/ui/hidden-fields";
import { Select } from "~/ui/select";
import { WrittenText } from "~/ui/written-text";
import { REASONS } from "../reason-options";

type TextPartsProps = {
  texts: readonly { key: string; label: string; text: string; ofOther: boolean; goesOut: string }[];
  open: boolean;
  reasonOf: (key: string, at: number) => string | undefined;
};

/** Each text of a record as it stands, as it goes out, and whether all of it is left out. */
export function TextParts({ texts, open, reasonOf }: TextPartsProps) {
  return texts.map(({ key, label, text, ofOther, goesOut }, at) => (
    <section key={key}>
      <h2 className="govuk-heading-s">{ofOther ? `${label} (words of the other side)` : label}</h2>
      <WrittenText>{text}</WrittenText>
      {goesOut === text ? null : (
        <>
          <p className="govuk-hint">It goes out as:</p>
          <WrittenText>{goesOut}</WrittenText>
        </>
      )}
      {open ? (
        <>
          <HiddenFields fields={{ [`whole[${at}].key`]: key }} />
          <Select
            id={`decide-whole[${at}].reason`}
            name={`whole[${at}].reason`}
            label={`Leave all of this out: ${label}`}
            placeholder="No, it is shown"
            options={REASONS}
            value={reasonOf(key, at)}
            optional
          />
        </>
      ) : null}
    </section>
  ));
}
