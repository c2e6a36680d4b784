import { type Operator, reach, type Section } from "./statement";

/** The day the statement was last changed. */
export const PRIVACY_OF = "2026-11-22";

/** What is kept about people here, why, for how long, and what they can ask for. True of the software as it is. */
export function privacyStatement(operator: Operator | null): readonly Section[] {
  return [responsible(operator), ...whatAndWhy, ...sharing, ...rights(operator)];
}

function responsible(operator: Operator | null): Section {
  return {
    heading: "Who is responsible",
    parts: [
      `${operator ? operator.name : "Whoever gave you your account"} runs this place and keeps it safe.`,
      "A neighbourhood’s partnership and its council are each responsible for what they write here. For what they share they are responsible together.",
    ],
  };
}

const whatAndWhy: readonly Section[] = [
  {
    heading: "What is kept",
    parts: [
      [
        "People the two sides deal with: name, organisation, posts and their days, an e-mail address and telephone number where somebody entered one, which meetings they came to, what they promised. The party of office-holders as councils publish it, and of nobody else.",
        "What a side thinks of a contact, and notes: for that side alone, or for their author alone.",
        "Members of a partnership, as its programme asks: role, whether they live in the area, interests, family ties to other members. For the partnership alone.",
        "Answers to the check-in: nobody but you reads your own. Both sides see averages, once at least three people on each side have answered.",
        "Accounts: name, e-mail address, a digest of the password (never the password), and for each open session the kind of browser.",
        "What was changed, when, and by whom.",
      ],
      "There is no advertising here, nothing counts who reads what, and no score of a person is ever worked out.",
    ],
  },
  {
    heading: "What for",
    parts: [
      "So that promises, agreements and open matters between a neighbourhood and its council outlive the people who made them. A council does this as part of its public task. A partnership does it because it has a legitimate interest in dealing with its council, and takes care that this does not weigh more than yours.",
    ],
  },
  {
    heading: "How long",
    parts: [
      [
        "A session ends after 14 days without use; codes and links that are sent by mail after days at most.",
        "Records stay as long as the area is open, and then for its steward, so that what was agreed can still be shown.",
        "A backup keeps what was deleted until it is itself replaced: after 14 days, unless this place is set up otherwise. Whoever was erased is erased again when one is put back.",
        "Of an erasure itself an id, the day and the reason stay, so that it can be done again; no name.",
      ],
    ],
  },
];

const sharing: readonly Section[] = [
  {
    heading: "Who sees it",
    parts: [
      "Each form says who will see a record before it is saved: both sides, one side, or its author alone. The people who run the accounts do not see what areas write.",
      "Research gets figures alone: no names, no text, and none from which a person, a council or an area could be worked out.",
    ],
  },
  {
    heading: "Where it goes",
    parts: [
      "It stays on the computers of whoever runs this place, and their backups. A postcode that somebody looks up is sent to postcodes.io, without saying who asks. Mail goes through the mail server of whoever runs this place, and carries a name, what is asked and a link.",
      "Two cookies are kept on your device: one that keeps you signed in, and one that carries a message to the next page. A meeting you have begun to write is kept on your device until you save it or sign out. None of it follows you anywhere.",
    ],
  },
];

function rights(operator: Operator | null): readonly Section[] {
  return [
    {
      heading: "What you can ask for",
      parts: [
        [
          "to see what is kept about you. That includes what a side has noted about you in private: it is about you, so it is yours to ask for",
          "to have it put right, or to say beside it that it is wrong",
          "to have your details erased: your name, how to reach you and what was said of you alone go for good, from both sides and from the log. What you promised and came to stays without your name, and so do the counts made of it",
          "to have a copy to take with you",
        ],
        "With an account you find all of it under “Your account”, to read, to take along as a file, and to ask for your details to be erased. Without one, ask a lead of either side: each answers for what it holds, its private notes too, and asks a programme admin to erase it.",
        `Write to ${reach(operator)}. You need no account and no reason, and you get an answer within a month.`,
        "If you are not content with the answer, you can complain to the Information Commissioner’s Office: ico.org.uk, telephone 0303 123 1113.",
      ],
    },
  ];
}
