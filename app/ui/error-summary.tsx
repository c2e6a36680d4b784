import { useEffect, useRef } from "react";

export type ErrorItem = {
  text: string /** The id of the control to mend; left out for the form as a whole. */;
  fieldId?: string | undefined;
};

type ErrorSummaryProps = { errors: readonly ErrorItem[]; title?: string };

/** All problems of a refused form at the top of the page, each a link to its field. Takes the focus. */
export function ErrorSummary({ errors, title = "There is a problem" }: ErrorSummaryProps) {
  const box = useRef<HTMLDivElement>(null);
  const said = errors.map((error) => error.text).join("\n");
  useEffect(() => {
    if (said) box.current?.focus();
  }, [said]);
  if (errors.length === 0) return null;
  return (
    <div className="govuk-error-summary" ref={box} tabIndex={-1}>
      <div role="alert">
        <h2 className="govuk-error-summary__title">{title}</h2>
        <div className="govuk-error-summary__body">
          <ul className="govuk-list govuk-error-summary__list">
            {errors.map(({ text, fieldId }) => (
              <li key={`${fieldId} ${text}`}>
                {fieldId ? (
                  <a href={`#${fieldId}`} onClick={(event) => focusField(event, fieldId)}>
                    {text}
                  </a>
                ) : (
                  text
                )}
              </li>
            ))}
          </ul>
        </div>
      </div>
    </div>
  );
}

/** Goes to the field and puts the cursor in it; without script the link alone does nearly the same. */
function focusField(event: { preventDefault: () => void }, fieldId: string) {
  const field = document.getElementById(fieldId);
  if (!field) return;
  event.preventDefault();
  const group = field.closest("fieldset") ?? field.closest(".govuk-form-group") ?? field;
  group.scrollIntoView();
  field.focus({ preventScroll: true });
}
