import { classNames } from "./class-names.ts";
import { controlProps, type FieldProps, hasErrors, LabelledField } from "./field.tsx";

type FileInputProps = Omit<FieldProps, "value"> & {
  accept?: string | undefined;
  multiple?: boolean | undefined;
};

/** A file from the reader's own device. The form round it needs encType multipart/form-data. */
export function FileInput(props: FileInputProps) {
  const { id, name, errors, accept, multiple } = props;
  return (
    <LabelledField {...props}>
      <input
        className={classNames("govuk-file-upload", hasErrors(errors) && "govuk-file-upload--error")}
        id={id}
        name={name}
        type="file"
        accept={accept}
        multiple={multiple}
        {...controlProps(props)}
      />
    </LabelledField>
  );
}
