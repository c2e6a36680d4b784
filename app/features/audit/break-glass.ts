/** How long a request waits for a second admin, in hours. */
export const GLASS_WAIT_HOURS = 24;

type Times = { askedAt: Date; confirmedAt: Date | null; endsAt: Date | null; endedAt: Date | null };

export type GlassState = "waiting" | "open" | "over";

/** Where a request stands at an instant: it waits for a second admin, is open, or is over. */
export function glassState({ askedAt, confirmedAt, endsAt, endedAt }: Times, at: Date): GlassState {
  if (endedAt !== null) return "over";
  if (confirmedAt === null || endsAt === null) {
    const waited = at.getTime() - askedAt.getTime();
    return waited < GLASS_WAIT_HOURS * 3_600_000 ? "waiting" : "over";
  }
  return at < endsAt ? "open" : "over";
}

/** One time the programme was let in, as the leads of the area are told. */
export type GlassTold = {
  id: string;
  by: string;
  confirmedBy: string;
  reason: string;
  from: Date;
  /** When it was over, or will be at the latest. */
  until: Date;
};
