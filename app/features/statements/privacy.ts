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
        "Accounts: name, e-mail address, and who you are in the register of people, where somebody has said so. Invitations: the name and address of whom was asked, who asked them, and to do what.",
        "What you sign in with: a digest of the password (never the password); of a passkey the half that may be known (the secret half stays on your device); the secret of your authenticator app, sealed; where your council signs you in, the number by which it knows you. For each sign-in, the browser and the internet address it came from.",
        "Addresses for your calendar, keys for programs and links in mails: a digest of each, the days it holds, and the last day it was used.",
        "The log: what was written, when and by whom, with the words before and after; and what the next part says.",
      ],
      "There is no advertising here, and no score of a person is ever worked out.",
    ],
  },
  {
    heading: "What the log notes beside what was written",
    parts: [
      [
        "signing in and out, tries that failed, and what was changed about a password, a second step or a passkey. So that misuse is noticed. What was typed in a failed try is not kept",
        "what somebody signed in was refused. So that it is seen when somebody tries doors that are not theirs",
        "what was downloaded: who took which file away, and when. So that it can be told where a copy went",
        "the first time the other side opens a record: what was seen can no longer just be put in the bin. And when a contact opened a link they were sent",
        "each page of an area that a programme admin opened in an emergency, after another admin agreed",
      ],
      "With each entry stands the network it came from (a range, not one machine) and the browser in words, such as “Firefox on Windows”. Which other pages you read is not noted. You read your own entries; leads those of their area; programme admins those about accounts, refusals and downloads.",
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
        "A sign-in ends after 14 days without use, and is deleted 30 days later. So are codes and links for signing in, 30 days after they ran out or were used. An invitation holds for 7 days, and is deleted 90 days after it was taken up, taken back or ran out.",
        "Sign-ins, failed tries and refusals leave the log after two years. What was written, downloaded or opened stays in it.",
        "What is put in the bin can be taken out for 180 days. Then it goes for good, with its files, unless something else names it.",
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
      "Where your council has its own way of signing in and you choose it, your e-mail address goes to your council’s provider, so that you need not type it again.",
      "Whoever has the address of your calendar sees its days, without a password. It goes to whatever calendar you put it in. You can end it at any time.",
    ],
  },
  {
    heading: "Cookies, and what stays on your device",
    parts: [
      "Each cookie is needed for what you do, and none follows you anywhere. Where the address here begins with https, the first one’s name begins with __Secure-.",
      [
        "common-ground.session_token keeps you signed in: until you sign out, or for 14 days without use",
        "common-ground.known is set when you sign in, for a year. It is a number for this browser, and digests of the accounts it has been in to, so that nobody can lock you out by guessing your password from elsewhere",
        "common-ground.step, .link, .passkey and .council hold together the steps of one way of signing in: for 10 minutes at most",
        "common-ground.flash carries a message to the next page: for a minute",
      ],
      "A meeting you have begun to write stays on your device until you save it or sign out.",
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
          "to have details of you erased. Of your account, your name, how you sign in and your programs’ keys go for good. Of who you are in the register of people, your name, how to reach you and what was said of you alone go, from both sides and from the log, and from the words of each area that asks. What you promised and came to stays without your name, and so do the counts made of it. Attached files are looked through by people",
          "to have a copy to take with you",
        ],
        "With an account you find under “Your account” what is kept of it, what you wrote and, where you have said who you are in the register of people, what you may see there of that: to read and to take along as a file. There you also ask for your account to be erased. For what a side holds about you, its private notes too, and to have that erased, ask a lead of that side, with an account or without: the lead answers for it and asks a programme admin to erase it. Each area asks for its own words.",
        `Write to ${reach(operator)}. You need no account and no reason, and you get an answer within a month.`,
        "If you are not content with the answer, you can complain to the Information Commissioner’s Office: ico.org.uk, telephone 0303 123 1113.",
      ],
    },
  ];
}
