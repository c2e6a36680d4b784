import { Details } from "~/ui/details";

/** What a check-in is, for whoever has not seen one. */
export function AboutCheckIns() {
  return (
    <Details summary="What a check-in is">
      <p className="govuk-body">
        Fifteen short questions about the other side, the same for both. They take about three minutes, on a
        phone too. Each side answers without seeing what the other says.
      </p>
      <ul className="govuk-list govuk-list--bullet">
        <li>
          It is open for 14 days, at most once in 90 days. One that was called off counts as none: the next
          can be opened at once.
        </li>
        <li>Nobody sees what one person answered, not even on their own side.</li>
        <li>
          When it closes, both sides see what each side says on the whole. Where fewer than three people of a
          side answered, nobody sees anything.
        </li>
        <li>Where the two sides see things differently, both levels are shown: it is worth talking about.</li>
      </ul>
      <p className="govuk-body">
        What each side says of the other is part of the health figures. How far apart they are is not.
      </p>
    </Details>
  );
}
