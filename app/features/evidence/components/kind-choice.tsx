import { AppLink } from "~/ui/app-link";
import type { KindGroup } from "../kind-groups";

type KindChoiceProps = { groups: readonly KindGroup[]; hrefFor: (kind: string) => string };

/** Every kind there is to note, by the part of the relationship it is about. */
export function KindChoice({ groups, hrefFor }: KindChoiceProps) {
  return groups.map(({ component, title, kinds }) => (
    <section key={component} aria-labelledby={`kinds-${component}`}>
      <h2 className="govuk-heading-m" id={`kinds-${component}`}>
        {title}
      </h2>
      <ul className="cg-records">
        {kinds.map(({ id, one, purpose, seenBy }) => (
          <li className="cg-records__item" key={id}>
            <h3 className="cg-records__title">
              <AppLink href={hrefFor(id)}>{one}</AppLink>
            </h3>
            <p className="govuk-body-s">
              {purpose}
              {seenBy ? ` ${seenBy}` : ""}
            </p>
          </li>
        ))}
      </ul>
    </section>
  ));
}
