import { addDays, type Day } from "~/platform/calendar/day";

/** How long a post that nobody took over is spoken of, in days. */
export const VACANCY_DAYS = 365;
/** Whoever began this many days before the end already follows. */
const OVERLAP_DAYS = 90;

/** What makes two posts the same place to fill. */
type Place = {
  organisationId: string;
  role: string;
  topic: string | null;
  ward: string | null;
  cabinetPost: string | null;
};
export type EndedPost = Place & {
  id: string;
  personId: string;
  name: string;
  organisation: string;
  /** Half-open: the first day it was not held. */
  endsOn: Day;
  /** A handover names who follows. */
  handedOver: boolean;
};
/** A post held now; `since`: its first day, else the day it was entered. */
export type FilledPost = Place & { since: Day };

const keyOf = ({ organisationId, role, topic, ward, cabinetPost }: Place) =>
  JSON.stringify([organisationId, role, topic, ward, cabinetPost]);

/** Posts that ended and that nobody took over: the last to end first, once for each place. */
export function vacanciesOf(ended: readonly EndedPost[], filled: readonly FilledPost[]): EndedPost[] {
  const open = new Map<string, EndedPost>();
  for (const post of [...ended].sort((a, b) => (a.endsOn < b.endsOn ? 1 : -1))) {
    const key = keyOf(post);
    const from = addDays(post.endsOn, -OVERLAP_DAYS);
    const followed = post.handedOver || filled.some((one) => keyOf(one) === key && one.since >= from);
    if (!followed && !open.has(key)) open.set(key, post);
  }
  return [...open.values()];
}
