import { Button } from "./button.tsx";
import type { FieldProps } from "./field.tsx";
import { InsetText } from "./inset-text.tsx";
import { TextInput } from "./text-input.tsx";

/** The name of the button that asks where a postcode is instead of sending the form. */
export const FIND_BUTTON = "find";

type PostcodeInputProps = Pick<FieldProps, "id" | "name" | "errors" | "value"> & {
  /** What the last search found, in words. */
  said?: string | undefined;
};

/** A postcode with the button that looks its councils up and fills in the form round it. It is used for that alone. */
export function PostcodeInput({ said, ...field }: PostcodeInputProps) {
  return (
    <>
      <TextInput
        {...field}
        label="Postcode in the area"
        hint="To find its councils. It is sent to postcodes.io and not kept here."
        optional
        width={10}
        autoComplete="off"
        spellCheck={false}
      />
      <Button variant="secondary" name={FIND_BUTTON} value="councils">
        Find the council by postcode
      </Button>
      {said ? (
        <div role="status">
          <InsetText>{said}</InsetText>
        </div>
      ) : null}
    </>
  );
}
