export type Term = { term: string; means: string };

/** Who is who: words for people and organisations, in the order they are met. */
export const PEOPLE_TERMS: readonly Term[] = [
  { term: "Area", means: "The neighbourhood all this is about." },
  {
    term: "Partnership",
    means: "The residents and others who decide together what happens in the area. Most of them live there.",
  },
  { term: "Chair", means: "The person who leads the partnership’s meetings and speaks for it." },
  {
    term: "Representative",
    means: "Somebody the programme sends to support the partnership and to tell it frankly how it is doing.",
  },
  {
    term: "Locally trusted organisation",
    means: "The organisation that holds the money for the partnership and accounts for it.",
  },
  {
    term: "Project worker",
    means:
      "Somebody paid to run tasks, to bring people in, to think ahead, or to advise. Often more than one.",
  },
  { term: "Local Trust", means: "The charity that runs the Big Local programme." },
  {
    term: "Councillor",
    means:
      "Somebody elected to the council. A councillor may also sit on a partnership: each meeting says as which.",
  },
  {
    term: "Leader, cabinet member",
    means: "Councillors who answer for a whole part of what the council does.",
  },
  { term: "Officer", means: "Somebody employed by the council. Front-line officers are met on the street." },
  { term: "Lead", means: "Who answers for the relationship on a side, and speaks for that side here." },
  {
    term: "District, county, unitary",
    means: "Kinds of council. In some places two share the work; in others one does it all.",
  },
];

/** What is kept here: words for records. */
export const RECORD_TERMS: readonly Term[] = [
  {
    term: "Promise",
    means: "What one side said it would do for the other, by a day. The other side confirms it.",
  },
  {
    term: "Request",
    means: "A question or a wish put to the other side, with a day by which an answer is wanted.",
  },
  {
    term: "Milestone",
    means: "A step of a project with a day. When the day moves, the old one stays to be seen.",
  },
  { term: "Agreement (MoU)", means: "What both sides have put in writing about how they work together." },
  {
    term: "Proposal",
    means: "A change that one side puts to the other: of a day, a goal or a way of working.",
  },
  { term: "Handover", means: "What happens when somebody leaves a post, so that what is open goes on." },
  {
    term: "Aim",
    means: "What a side is trying to do. Or what it believes the other is: only the other can confirm it.",
  },
  {
    term: "Barrier",
    means:
      "A procedure that is in the way. It may be the law, a policy, or only a habit: each is dealt with in its own way.",
  },
  { term: "Insight", means: "Something residents know about the place that the council can use." },
  {
    term: "Shared, side, personal",
    means: "Who sees something: both sides the same; your organisation alone; you alone.",
  },
  {
    term: "Disputed",
    means: "The other side sees it otherwise and has said so. It counts for less until that is settled.",
  },
];
