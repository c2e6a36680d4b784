import { type Operator, reach, type Section } from "./statement";

/** The day the statement was prepared. */
export const ACCESSIBILITY_OF = "2026-11-22";

/** How well everybody can use this place, in the order public bodies are to say it. True of the software as it is. */
export function accessibilityStatement(operator: Operator | null): readonly Section[] {
  return [...hopedAndSo, help(operator), testing];
}

const hopedAndSo: readonly Section[] = [
  {
    heading: "How it should be for you",
    parts: [
      "You should be able to:",
      [
        "do everything with a keyboard alone",
        "make text four times as large without losing any, and use a screen 320 pixels wide",
        "use it without scripts in the browser: what a script makes easier works without it too",
        "read each chart as a table and a sentence beside it",
        "understand the words without knowing how councils work",
        "listen to most of it with a screen reader",
      ],
    ],
  },
  {
    heading: "How it is",
    parts: [
      "This place partly meets the Web Content Accessibility Guidelines 2.2 at level AA, for the reasons below.",
      [
        "It has not yet been tried with people who use a screen reader, a switch or speech. Until it has, we do not say that it fully meets the guidelines.",
        "PDF documents carry headings and a reading order, but have not been checked against PDF/UA. The page each is made from says the same.",
        "Files that people attach are as accessible as whoever made them made them.",
        "Charts are drawn after the page has loaded. Read the sentence and the table beside them instead: they hold the same figures.",
      ],
    ],
  },
];

function help(operator: Operator | null): Section {
  return {
    heading: "If something does not work for you",
    parts: [
      `Tell ${reach(operator)} which page it was and what happened, or ask for what you need in another form: large print, easy read, audio or paper. You get an answer within 10 working days.`,
      "If you are not content with the answer, contact the Equality Advisory and Support Service: equalityadvisoryservice.com. It works for the Equality and Human Rights Commission, which enforces the Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018.",
    ],
  };
}

const testing: Section = {
  heading: "How we test it",
  parts: [
    "Every page is opened in a browser by a test at each change, as people of both sides and with and without scripts, and looked through by axe, which finds about half of what can be wrong. Pages are looked at by eye at 360 and 1280 pixels. It was last done on the day of this statement, by the people who make the software.",
  ],
};
