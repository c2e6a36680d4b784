type ToCopyProps = {
  id: string;
  label: string;
  text: string;
  rows?: number | undefined;
  isCode?: boolean | undefined;
};

/** A text to be copied: it is selected and scrolled like any other field, and cannot be changed. Code keeps its lines. */
export function ToCopy({ id, label, text, rows = 3, isCode = false }: ToCopyProps) {
  return (
    <div className="govuk-form-group">
      <label className="govuk-label" htmlFor={id}>
        {label}
      </label>
      <textarea
        className="govuk-textarea"
        id={id}
        rows={rows}
        readOnly
        wrap={isCode ? "off" : "soft"}
        spellCheck={false}
        value={text}
      />
    </div>
  );
}
