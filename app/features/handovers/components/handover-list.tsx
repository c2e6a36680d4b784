import { plural } from "~/platform/plural";
import { formatDay } from "~/ui/format-date";
import { RecordList } from "~/ui/record-list";
import { Tag, type TagTone } from "~/ui/tag";
import { NOTICE_DAYS, STATE_WORDS, type State } from "../handover";

type Item = {
  id: string;
  href: string;
  title: string;
  outgoing: string;
  incoming: string | null;
  state: State;
  lastDay: string;
  notice: number;
  completedOn: string | null;
  next: { step: "prepare" | "accept" | "complete"; by: string } | null;
  vacant: boolean;
  contested: boolean;
};

/** How a state looks. */
export const HANDOVER_TONES: Record<State, TagTone> = {
  notified: "waiting",
  prepared: "waiting",
  accepted: "waiting",
  complete: "good",
  withdrawn: "quiet",
};

const NEXT_WORDS = {
  prepare: "The note is wanted by",
  accept: "To be accepted by",
  complete: "The two are to meet by",
} as const;

/** Handovers, each with who leaves and follows, and what comes next. */
export function HandoverList({ items, label }: { items: readonly Item[]; label: string }) {
  return (
    <RecordList
      label={label}
      headingLevel={2}
      items={items.map((item) => ({
        id: item.id,
        href: item.href,
        title: item.incoming ? `${item.outgoing} to ${item.incoming}` : item.outgoing,
        tag: (
          <Tag tone={item.vacant ? "attention" : HANDOVER_TONES[item.state]}>
            {item.vacant ? "Nobody there" : STATE_WORDS[item.state]}
          </Tag>
        ),
        facts: [
          item.title,
          `Last day ${formatDay(item.lastDay)}`,
          item.notice < NOTICE_DAYS && noticeShort(item.notice),
          item.incoming === null && item.next !== null && "Nobody follows yet",
          item.next && `${NEXT_WORDS[item.next.step]} ${formatDay(item.next.by)}`,
          item.completedOn && `The two met on ${formatDay(item.completedOn)}`,
          item.contested && "The two sides see this differently",
        ],
      }))}
    />
  );
}

function noticeShort(notice: number): string {
  return notice < 0 ? `Told ${plural(-notice, "day")} after` : `Told ${plural(notice, "day")} before`;
}

type Missed = {
  id: string;
  href: string;
  name: string;
  post: string;
  endsOn: string;
  past: boolean;
  startHref: string | null;
};

/** People the other side worked through who left, or leave, and nobody has said who takes over. */
export function MissedList({ items }: { items: readonly Missed[] }) {
  if (items.length === 0) return null;
  return (
    <section aria-labelledby="missed">
      <h2 className="govuk-heading-m" id="missed">
        Left without a handover
      </h2>
      <p className="govuk-body">
        People the other side works through, whose post ended or ends with no handover told.
      </p>
      <RecordList
        label="Left without a handover"
        headingLevel={3}
        items={items.map(({ id, href, name, post, endsOn, past, startHref }) => ({
          id,
          href,
          title: name,
          facts: [post, past ? `Gone since ${formatDay(endsOn)}` : `Gone from ${formatDay(endsOn)}`],
          children: startHref ? (
            <p className="govuk-body">
              <a className="govuk-link" href={startHref}>
                Begin a handover<span className="govuk-visually-hidden"> of {name}’s post</span>
              </a>
            </p>
          ) : null,
        }))}
      />
    </section>
  );
}
