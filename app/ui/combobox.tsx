import { useState } from "react";
import { classNames } from "./class-names.ts";
import { controlProps, type FieldProps, hasErrors, LabelledField } from "./field.tsx";

/** One thing that can be found by typing. `text` must be unique: add a word that tells two alike apart. */
export type ComboboxOption = { id: string; text: string };

type ComboboxProps = FieldProps & {
  options: readonly ComboboxOption[];
  /** The id of the option that `value` came from, if it came from one. */
  chosenId?: string | undefined;
  /** Where the id of the chosen option is sent; by default name plus "Id". */
  idName?: string | undefined;
};

/**
 * A box that offers known answers while typing and takes new ones. The text is sent as `name`. With script the
 * id of a known answer goes with it; without, the server looks the text up.
 */
export function Combobox(props: ComboboxProps) {
  const { id, name, errors, value, options, chosenId, idName = `${name}Id` } = props;
  const [foundId, setFoundId] = useState(chosenId ?? idOf(options, value));
  return (
    <LabelledField {...props}>
      <input
        className={classNames("govuk-input", hasErrors(errors) && "govuk-input--error")}
        id={id}
        name={name}
        type="text"
        list={`${id}-options`}
        autoComplete="off"
        spellCheck={false}
        defaultValue={value}
        onChange={(event) => setFoundId(idOf(options, event.currentTarget.value))}
        {...controlProps(props)}
      />
      <datalist id={`${id}-options`}>
        {options.map((option) => (
          <option value={option.text} key={option.id} />
        ))}
      </datalist>
      <input type="hidden" name={idName} value={foundId} />
    </LabelledField>
  );
}

function idOf(options: readonly ComboboxOption[], text: string | undefined): string {
  const typed = (text ?? "").trim().toLowerCase();
  return options.find((option) => option.text.toLowerCase() === typed)?.id ?? "";
}
