import type { Heading } from "./clause";

/** Words to start an agreement from. Square brackets are for the two to fill in, or to take out. */
export const MOU_TEMPLATE: Record<Heading, string> = {
  roles: `The partnership speaks for the people who live here. It decides how its own fund is used.
The council names one officer as the first person to ask: [post]. That officer finds the right team and stays with a question until it is answered.
The partnership names one member as the first person to ask: [post].
Each side tells the other at least 14 days before one of these two changes, and introduces who comes next.`,
  priorities: `Together we want to:
1. [the first thing both want]
2. [the second]
3. [the third]
We check every plan against this list before we agree to it.`,
  flex: `We promise what we are sure of, and small things first.
A day can be moved once both have said yes, as long as the other side hears of it before the day.
The council looks at whether a form or a rule is needed for something small. The partnership allows time for checks that the law asks for.
[What else each side can bend]`,
  communication: `We meet at least every [6] weeks. Either side can ask for a meeting sooner.
Questions are answered within [20] working days. If that cannot be done, a short reply says when.
Good news and bad news are told first to each other, and then to others.
Publicity about joint work names both of us, and each sees it before it goes out.`,
  liabilities: `Neither side can bind the other to a contract or a cost.
Money for joint work is held by [organisation], which keeps the accounts and shows them to both every [3] months.
[Organisation] insures events and volunteers. The council insures its own land and staff.
Decisions on joint work are taken together. A councillor with an interest in a decision says so and steps out.`,
  data_protection: `We pass on personal details only where a piece of joint work needs them, and only with the person’s knowledge.
Each side keeps what it is given safe, uses it for that work alone, and deletes it when the work is done.
Questions about this go to [post] at the council and [post] of the partnership.`,
  review: `We read this together every year. Either side can ask for it sooner.
At the review we say what was kept, what was not, and what should change. A change holds once both have agreed to it.`,
  duration: `It starts on the day named above and lasts until its last day, if there is one.
Either side can ask to end it sooner. We then talk first, and agree what happens to promises that are still open.
It is a statement of what both of us mean to do. It is not a contract.`,
};
