import { HEADINGS } from "~/features/agreements/clause";
import type { Day } from "~/platform/calendar/day";
import { AgreementTeller } from "./agreement-teller";
import type { Places } from "./places";

const MILLBROOK = {
  roles: `The council names one officer, Helen Marsh, as the first person to ask. She finds the right team and stays with a question until it is answered.
The partnership looks after the changing rooms from day to day. The council looks after the field, the drains and the path.`,
  priorities: `1. A field that can be played on from March to October.
2. Changing rooms that are open to every team in Millbrook Rise.
3. Work and training for young people who live here.`,
  flex: `A day can be moved once both have said yes. For events of under a hundred people one page is enough.`,
  communication: `We meet at least every two months. Good news and bad news are told to each other first.`,
  liabilities: `Millbrook Community Trust holds the partnership’s money and insures its volunteers. The council insures its land and its staff. Neither side can bind the other to a cost.`,
  data_protection: `Names of young people are passed on only with a parent’s word, and deleted when a course ends.`,
  review: `We read this together once a year, at the autumn review.`,
};

const MEETING_MORE = `We meet at least every six weeks, in the hall in winter. Good news and bad news are told to each other first, and to the papers after that.`;

/** Millbrook Rise: an agreement that is used, reviewed, and now comes to its end. */
export function millbrookAgreements(today: Day, { cast, millbrook, borough }: Places): AgreementTeller[] {
  const chair = cast["chair@millbrook.example"];
  const officer = cast["officer@borough.example"];
  const t = new AgreementTeller(today, millbrook.slug, borough.slug);
  const title = "Looking after the field together";
  t.withProgramme(-700, chair, "The chair’s agreement with the programme", "Amina Yusuf", {
    roles:
      "The chair speaks for the partnership, calls its meetings and sees that the yearly review is done.",
    duration: "It lasts as long as the chair is in post.",
  });
  t.written(-575, "field", { by: chair, title, starts: -545, ends: 52, review: -180, words: MILLBROOK });
  t.agreed(-560, "field", officer);
  t.signed(-548, "field", chair, "Amina Yusuf");
  t.signed(-546, "field", officer, "Martin Vale");
  const clauses = HEADINGS.flatMap((heading) => {
    const text = (MILLBROOK as Partial<Record<typeof heading, string>>)[heading];
    return text ? [{ heading, text }] : [];
  });
  t.copied(-544, "field", officer, title, clauses);
  const words = { ...MILLBROOK, communication: MEETING_MORE };
  t.changed(
    -300,
    "field",
    { by: officer, why: "Two months were too long in winter.", ends: 52, review: -180, words },
    chair,
  );
  t.reviewed(
    -182,
    "field",
    [chair, officer],
    "The drains took longer than we wrote. The rest was kept by both.",
  );
  t.linked(-50, "field", officer, "roles", "Fit a key safe at the changing rooms");
  t.linked(-50, "field", officer, "priorities", "Price three options for floodlights");
  t.linked(-11, "field", chair, "communication", "Send the list of winter sessions");
  const hall = "Meet in the hall instead of the town hall";
  t.proposed(-325, chair, "way_of_working", hall, "Residents come if it is round the corner.");
  t.accepted(-318, officer, hall, "Gladly. We bring the projector.");
  const saturday = "Move the spring walk to a Saturday";
  t.proposed(-6, officer, "date", saturday, "Stan and two councillors could come then.");
  return [t];
}

/** Harbour End: an agreement that ran out unread, and a new one on the table that nobody answers. */
export function harbourAgreements(today: Day, { cast, harbour, unitary }: Places): AgreementTeller[] {
  const chair = cast["chair@harbour.example"];
  const liaison = cast["liaison@unitary.example"];
  const t = new AgreementTeller(today, harbour.slug, unitary.slug);
  t.written(-765, "quay", {
    by: liaison,
    title: "Working together on the quay",
    starts: -740,
    ends: -375,
    review: -560,
    words: {
      priorities: "Repair the slipway and keep the quay open.",
      communication: "The liaison officer calls once a month.",
    },
  });
  t.agreed(-755, "quay", chair);
  t.signed(-745, "quay", liaison, "Colin Reeve");
  t.signed(-742, "quay", chair, "Maureen Fish");
  t.written(-85, "wall", {
    by: chair,
    title: "Who does what about the quay wall",
    starts: -40,
    review: 320,
    words: {
      roles:
        "The council says in writing who owns the wall. The partnership watches the cracks and sends photographs each month.",
      liabilities: "Until it is settled, the council fences the wall off and pays for the fence.",
      communication: "A call every two weeks until the wall is safe, then once a month.",
    },
  });
  const bids = "See bids for the front before they go in";
  t.proposed(-330, chair, "way_of_working", bids, "We learned of the last one from the paper.");
  t.declined(
    -290,
    liaison,
    bids,
    "Bids are confidential until the day. We can talk of the aims before that.",
  );
  const monthly = "Meet every six weeks again";
  t.proposed(
    -120,
    chair,
    "way_of_working",
    monthly,
    "Since the summer we only speak when something has gone wrong.",
  );
  return [t];
}
