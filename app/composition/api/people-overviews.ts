import { z } from "zod";
import { day, side } from "./plain-values";

/** What a side thinks of somebody, from a day on. */
export const assessed = z.object({
  id: z.string(),
  on: day,
  interest: z.number(),
  influence: z.number(),
  stance: z.enum(["against", "doubtful", "undecided", "for_it", "champion"]),
  ally: z.boolean(),
  wantedDays: z.number().nullable(),
  note: z.string().nullable(),
});

/** Whom one's own side has placed. */
export const mapView = z.object({
  lines: z.array(
    z.object({
      now: assessed,
      earlier: z.array(assessed),
      last: z.object({ on: day, recordId: z.string() }).nullable(),
      cadence: z
        .object({ wantedDays: z.number(), dueOn: day, daysPast: z.number(), cold: z.boolean() })
        .nullable(),
      plan: z
        .object({
          next: z.string(),
          dueOn: day,
          by: z.string().nullable(),
          byPersonId: z.string().nullable(),
        })
        .nullable(),
      id: z.string(),
      name: z.string(),
      post: z.string(),
    }),
  ),
});

/** How far ties reach. */
export const coverageView = z.object({
  councils: z.array(
    z.object({
      name: z.string(),
      levels: z.array(
        z.object({
          level: z.enum(["community", "elected", "senior", "officer", "front_line"]),
          known: z.number(),
          live: z.array(z.object({ id: z.string(), name: z.string(), lastOn: day })),
        }),
      ),
      allies: z.array(z.string()),
      only: z.object({
        council: z.object({ id: z.string(), name: z.string(), lastOn: day }).nullable(),
        community: z.object({ id: z.string(), name: z.string(), lastOn: day }).nullable(),
      }),
      holders: z.array(z.object({ side, name: z.string(), held: z.number(), of: z.number() })),
    }),
  ),
  vacancies: z.array(
    z.object({
      id: z.string(),
      personId: z.string(),
      name: z.string(),
      role: z.string(),
      organisation: z.string(),
      endsOn: day,
    }),
  ),
  leads: z.array(
    z.object({ organisation: z.string(), vacant: z.object({ since: day, name: z.string() }).nullable() }),
  ),
});
