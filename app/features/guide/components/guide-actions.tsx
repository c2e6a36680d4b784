import { Facts } from "~/ui/record-list";
import type { GuideAction } from "../guide";

type GuideActionsProps = { heading: string; whole: string; actions: readonly GuideAction[] };

/** What one side can do for a component, with what each takes and what would show that it is done. */
export function GuideActions({ heading, whole, actions }: GuideActionsProps) {
  return (
    <section aria-label={heading}>
      <h3 className="govuk-heading-s">{heading}</h3>
      <ul className="cg-records">
        {actions.map(({ id, title, wording, closes, roles }) => (
          <li className="cg-records__item" id={id} key={id}>
            <h4 className="cg-records__title">{title}</h4>
            <p className="govuk-body">{wording}</p>
            <Facts facts={[id, roles.length > 0 ? `For ${roles.join(", ")}` : `For ${whole}`]} />
            <p className="govuk-hint">Done when: {closes}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
