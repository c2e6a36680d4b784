/** A form's first button, so that the Enter key sends the form instead of pressing another button that comes first. */
export function EnterSubmits() {
  return (
    <button type="submit" className="govuk-visually-hidden" tabIndex={-1} aria-hidden="true">
      Send
    </button>
  );
}
