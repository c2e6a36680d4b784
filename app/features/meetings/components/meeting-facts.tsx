import { plural } from "~/platform/plural";
import { AppLink } from "~/ui/app-link";
import { formatClock, formatDay, formatDayWithWeekday } from "~/ui/format-date";
import { SummaryList, type SummaryRow } from "~/ui/summary-list";
import { WrittenText } from "~/ui/written-text";
import { HOW_WORDS, TONE_WORDS } from "../meeting";
import { capital, type MeetingPage } from "./meeting-page";

type MeetingFactsProps = { meeting: MeetingPage; hrefOf: (id: string) => string; seriesHref: string | null };

/** When, where and how; what became of it. Only what is known. */
export function MeetingFacts({ meeting, hrefOf, seriesHref }: MeetingFactsProps) {
  const { on, startsAt, durationMinutes, place, how, formal, tone, purpose, wentWell, wentBadly } = meeting;
  const day = formatDayWithWeekday(on);
  const rows: (SummaryRow | null)[] = [
    { key: "Day", value: startsAt ? `${day}, ${formatClock(startsAt)}` : day },
    { key: "How", value: formal ? `${HOW_WORDS[how]}, a formal meeting` : HOW_WORDS[how] },
    place ? { key: "Where", value: place } : null,
    durationMinutes ? { key: "How long", value: plural(durationMinutes, "minute") } : null,
    calledOff(meeting),
    meeting.missedBy ? { key: "Who came", value: `Nobody from ${meeting.names[meeting.missedBy]}` } : null,
    again(meeting, hrefOf),
    meeting.rebookedFromId
      ? {
          key: "Instead of",
          value: <AppLink href={hrefOf(meeting.rebookedFromId)}>An earlier meeting</AppLink>,
        }
      : null,
    seriesHref ? { key: "Part of", value: <AppLink href={seriesHref}>A series of meetings</AppLink> } : null,
    tone ? { key: "How it felt", value: TONE_WORDS[tone] } : null,
    meeting.projects.length > 0
      ? { key: "Talked of", value: <Projects projects={meeting.projects} /> }
      : null,
    purpose ? { key: "What for", value: <WrittenText>{purpose}</WrittenText> } : null,
    wentWell ? { key: "Went well", value: <WrittenText>{wentWell}</WrittenText> } : null,
    wentBadly ? { key: "Went badly", value: <WrittenText>{wentBadly}</WrittenText> } : null,
  ];
  return <SummaryList rows={rows.filter((row) => row !== null)} />;
}

function Projects({ projects }: Pick<MeetingPage, "projects">) {
  return (
    <ul className="govuk-list">
      {projects.map(({ id, title, href }) => (
        <li key={id}>
          <AppLink href={href}>{title}</AppLink>
        </li>
      ))}
    </ul>
  );
}

function calledOff({ status, cancelledBySide, noticeDays, names }: MeetingPage): SummaryRow | null {
  if (status !== "cancelled" || cancelledBySide === null) return null;
  const notice = noticeDays ? `${plural(noticeDays, "day")} before` : "on the day";
  return { key: "Called off", value: `By ${names[cancelledBySide]}, ${notice}` };
}

function again({ rebookedOn, rebookedAsId }: MeetingPage, hrefOf: (id: string) => string): SummaryRow | null {
  if (rebookedOn === null) return null;
  const said = `On ${formatDay(rebookedOn)}`;
  return {
    key: "Booked again",
    value: rebookedAsId ? <AppLink href={hrefOf(rebookedAsId)}>{said}</AppLink> : said,
  };
}

/** Who was there, in which capacity, side by side. */
export function MeetingPeople({ meeting }: { meeting: MeetingPage }) {
  if (meeting.attendees.length === 0) return null;
  const sides = [meeting.side, meeting.side === "council" ? "community" : "council"] as const;
  return (
    <section>
      <h2 className="govuk-heading-m">Who was there</h2>
      {sides.map((side) => {
        const people = meeting.attendees.filter((one) => one.side === side);
        if (people.length === 0) return null;
        return (
          <div key={side}>
            <h3 className="govuk-heading-s">{capital(meeting.names[side])}</h3>
            <ul className="govuk-list govuk-list--bullet">
              {people.map((one) => (
                <li key={`${one.personId} ${one.as}`}>
                  {one.name ?? "Somebody of another council"}, {one.as}
                  {one.attendance === "apologies" ? " (sent apologies)" : null}
                  {one.attendance === "absent" ? " (did not come)" : null}
                </li>
              ))}
            </ul>
          </div>
        );
      })}
    </section>
  );
}
