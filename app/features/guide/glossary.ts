export type Term = { term: string; means: string };

/** Words for organisations and offices, in the order they are met; the roles themselves are in role-words.ts. */
export const PEOPLE_TERMS: readonly Term[] = [
  { term: "Area", means: "The neighbourhood all this is about." },
  {
    term: "Partnership",
    means: "The residents and others who decide together what happens in the area. Most of them live there.",
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
  { term: "Lead", means: "Who answers for the relationship on a side, and speaks for that side here." },
  { term: "Unitary", means: "A council that does all the work of a council in its place, alone." },
  {
    term: "Two-tier, district, county",
    means:
      "In a two-tier place two councils share the work: the district or borough has housing, planning and bins, the county has roads, schools and care.",
  },
  { term: "Ward", means: "The part of a council’s place that elects a councillor, or a few." },
  {
    term: "Monitoring officer",
    means: "The officer who sees that the council keeps to the law and its councillors to their code.",
  },
  {
    term: "Portfolio holder",
    means: "Another name for a cabinet member: a councillor who answers for one part of the council’s work.",
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

/** How things stand between the two sides: words of the health pages. */
export const HEALTH_TERMS: readonly Term[] = [
  {
    term: "Component",
    means:
      "One of the five things that make a relationship work: recognition, trust, dialogue, flexibility and shared ownership.",
  },
  {
    term: "Likely range",
    means:
      "The figure is worked out from what was recorded, so it is never exact. In 90 of 100 such places the true one lies in this range. More records make it narrower.",
  },
  {
    term: "Evidence",
    means:
      "How much is known: how many recent records there are, over how many different things. Little evidence says nothing bad.",
  },
  {
    term: "Strong, steady, strained, at risk",
    means:
      "Words for a figure: from 75, from 50, from 35 and below. Borderline means that the next word is about as likely.",
  },
  {
    term: "Direction",
    means: "How one side does as a partner to the other. Each component has two.",
  },
  {
    term: "Check-in",
    means:
      "Fifteen questions both sides are asked about each other. Answers are shown as means, and only from three people on a side.",
  },
  {
    term: "Gap",
    means:
      "How far apart the two sides see each other in a component. It is worth talking about, and is never scored.",
  },
];
