import { AppLink } from "~/ui/app-link";
import { formatDay } from "~/ui/format-date";
import { RecordList } from "~/ui/record-list";
import { isAgainstResidents } from "../decision";
import { capital, type MeetingPage } from "./meeting-page";

/** What was decided, and how. */
export function MeetingDecisions({ meeting }: { meeting: MeetingPage }) {
  if (meeting.decisions.length === 0) return null;
  return (
    <section>
      <h2 className="govuk-heading-m">What was decided</h2>
      <RecordList
        items={meeting.decisions.map((decision) => ({
          id: decision.id,
          title: decision.text,
          facts: [
            decision.how === "consensus" ? "By consensus" : votedWords(decision),
            decision.jointWork && "About joint work",
            decision.key && "A key decision",
            decision.abstained && `Abstained or stepped out: ${decision.abstained}`,
            isAgainstResidents(decision) && "Carried by councillors’ votes, with most residents against",
          ],
        }))}
      />
    </section>
  );
}

function votedWords({ carried, votes }: MeetingPage["decisions"][number]): string {
  if (carried === null) return "By a vote";
  return `By a vote, ${carried ? "carried" : "not carried"}: ${votes}`;
}

type ActionsProps = { meeting: MeetingPage; commitmentHref: (id: string) => string };

/** What was promised there. Lines with a side and a day stand in the register of promises. */
export function MeetingActions({ meeting, commitmentHref }: ActionsProps) {
  if (meeting.actions.length === 0) return null;
  return (
    <section>
      <h2 className="govuk-heading-m">What was promised</h2>
      <RecordList
        items={meeting.actions.map(({ id, text, side, person, dueOn, commitmentId }) => ({
          id,
          href: commitmentId === null ? undefined : commitmentHref(commitmentId),
          title: text,
          facts: [
            ...(person ? [person] : []),
            side ? capital(meeting.names[side]) : !person && "Nobody named",
            dueOn ? `By ${formatDay(dueOn)}` : "No day named",
          ],
        }))}
      />
    </section>
  );
}

/** The agenda made of what is open between the two sides. */
export function MeetingAgenda({ meeting }: { meeting: MeetingPage }) {
  if (meeting.status !== "planned") return null;
  return (
    <section aria-labelledby="agenda">
      <h2 className="govuk-heading-m" id="agenda">
        Agenda
      </h2>
      <p className="govuk-body">Made of what is open between you on {formatDay(meeting.on)}.</p>
      {meeting.agenda.length === 0 ? (
        <p className="govuk-body">Nothing is open. Add what you like on the day.</p>
      ) : null}
      {meeting.agenda.map(({ title, items }) => (
        <div key={title}>
          <h3 className="govuk-heading-s">{title}</h3>
          <ol className="govuk-list govuk-list--number">
            {items.map((item) => (
              <li key={item.id}>
                {item.href ? <AppLink href={item.href}>{item.title}</AppLink> : item.title},{" "}
                {item.side === "joint" ? "both sides" : meeting.names[item.side]}, by {formatDay(item.dueOn)}
                {item.past ? " (its day will have passed)" : null}
              </li>
            ))}
          </ol>
        </div>
      ))}
    </section>
  );
}
