import { addDays, type Day } from "~/platform/calendar/day";
import { listWords } from "~/platform/list-words";
import { formatDay } from "~/ui/format-date";

type Joined = { council: string; slug: string; on: Day };

/** What a takeover means for figures of a day, and the councils whose own figures of the eve can be asked for. */
export type TakeoverTold = { says: string; before: { council: string; slug: string; eve: Day }[] };

type Asked = { council: string; on: Day; isAhead: boolean; joined: readonly Joined[] };

/** Says, day by day, what a council has taken over and so which records its figures of a day are made from. */
export function takeoversTold({ council, on, isAhead, joined }: Asked): TakeoverTold[] {
  const days = [...new Set(joined.map((one) => one.on))].sort();
  return days.map((day) => {
    const those = joined.filter((one) => one.on === day).toSorted((a, b) => (a.council < b.council ? -1 : 1));
    const names = listWords(those.map((one) => one.council));
    const eve = addDays(day, -1);
    return {
      says: sentence({ council, names, day, on, isAhead }),
      before: those.map(({ council: name, slug }) => ({ council: name, slug, eve })),
    };
  });
}

type Told = { council: string; names: string; day: Day; on: Day; isAhead: boolean };

function sentence({ council, names, day, on, isAhead }: Told): string {
  const took = `${council} took over from ${names} on ${formatDay(day)}`;
  if (day <= on)
    return `${took}. What was recorded with ${names} counts here since then, and in what these figures are compared with on days before.`;
  const own = isAhead
    ? `so there is nothing of ${council} yet`
    : `so what was recorded with ${names} is not in it`;
  return `${took}. The day asked for is before that, ${own}.`;
}
