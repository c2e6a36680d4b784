import type { Says } from "../told.ts";
import { counts, duties, none, open, some, whole } from "./counts.ts";

/** What Shared ownership's indicators say of a side (docs/method.md 3, A1–A7). */
export const ownership: Readonly<Record<string, Says>> = {
  A1: duties(["milestone of {whose}", "milestones of {whose}"], {
    dropped: ["was dropped", "were dropped"],
    after: ["was reached after its day", "were reached after their day"],
    done: ["was reached by its day", "were reached by their day"],
  }),
  A2: counts(
    ["formal meeting", "formal meetings"],
    [
      none(["left no action with a name and a day", "left no action with a name and a day"]),
      some(["gave some of its actions a name and a day", "gave some of their actions a name and a day"]),
      whole(["gave every action a name and a day", "gave every action a name and a day"]),
    ],
  ),
  A3: counts(
    ["event", "events"],
    [
      none(["was held by one side without the other", "were held by one side without the other"]),
      whole(["was held together or had both sides there", "were held together or had both sides there"]),
    ],
  ),
  A4: duties(["event held by {whose}, alone or jointly,", "events held by {whose}, alone or jointly,"], {
    past: [
      "has yet to be told back to residents, past its day",
      "have yet to be told back to residents, past their day",
    ],
    after: ["was told back to residents after its day", "were told back to residents after their day"],
    done: ["was told back to residents in time", "were told back to residents in time"],
  }),
  A5: counts(
    ["piece of publicity by {whose}", "pieces of publicity by {whose}"],
    [
      none(["credits {whose} alone", "credit {whose} alone"]),
      whole(["credits {other} too", "credit {other} too"]),
    ],
  ),
  A6: counts(
    ["lead of a joint project", "leads of joint projects"],
    [
      open(["is to be named and past its day", "are to be named and past their day"]),
      none(["changed hands with no decision recorded", "changed hands with no decision recorded"]),
      some(["was named after its day", "were named after their day"]),
      whole(["was named in time", "were named in time"]),
    ],
  ),
  A7: counts(
    ["step or vote on who decides", "steps and votes on who decides"],
    [
      none(["went against the residents’ majority", "went against the residents’ majority"]),
      whole(["left it to residents", "left it to residents"]),
    ],
  ),
};
