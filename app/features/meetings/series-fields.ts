import { z } from "zod";
import { optionalDayField } from "~/platform/form-days";
import { planFields } from "./meeting-fields";
import { SERIES_EVERY_MAX, SERIES_UNITS } from "./series";

const EVERY = `Enter a whole number from 1 to ${SERIES_EVERY_MAX}`;

/** What a series of meetings is made of. */
export const seriesFields = {
  title: planFields.title,
  /** The day of the first meeting in this rhythm. */
  on: planFields.on,
  unit: z.enum(SERIES_UNITS, { error: "Choose how it repeats" }),
  every: z
    .number({ error: EVERY })
    .int({ error: EVERY })
    .min(1, { error: EVERY })
    .max(SERIES_EVERY_MAX, { error: EVERY }),
  how: planFields.how,
  startsAt: planFields.startsAt,
  place: planFields.place,
  until: optionalDayField(),
};
