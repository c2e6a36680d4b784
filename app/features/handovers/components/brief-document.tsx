import { AppLink } from "~/ui/app-link";
import { WrittenText } from "~/ui/written-text";
import type { Brief } from "../brief";

/** A brief as a document: to read, to print, to keep. `origin` stands before its links where it leaves the site. */
export function BriefDocument({ brief, origin = "" }: { brief: Brief; origin?: string }) {
  return (
    <article>
      <h1 className="govuk-heading-l">{brief.title}</h1>
      {brief.opening.map((text) => (
        <p className="govuk-body" key={text}>
          {text}
        </p>
      ))}
      <section aria-labelledby="brief-note">
        <h2 className="govuk-heading-m" id="brief-note">
          The note
        </h2>
        {brief.note ? (
          <WrittenText>{brief.note}</WrittenText>
        ) : (
          <p className="govuk-body">No note is written yet.</p>
        )}
      </section>
      {brief.sections.map(({ id, title, lines, empty }) => (
        <section aria-labelledby={`brief-${id}`} key={id}>
          <h2 className="govuk-heading-m" id={`brief-${id}`}>
            {title}
          </h2>
          {lines.length === 0 ? (
            <p className="govuk-body">{empty}</p>
          ) : (
            <ul className="govuk-list govuk-list--bullet">
              {lines.map((line) => (
                <li key={line.id}>
                  <AppLink href={`${origin}${line.href}`}>{line.text}</AppLink>
                  {line.facts.length > 0 ? `: ${line.facts.join(" · ")}` : null}
                </li>
              ))}
            </ul>
          )}
        </section>
      ))}
    </article>
  );
}
