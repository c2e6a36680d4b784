import { type Programme, programmeSchema } from "./programme";
import { bigLocal } from "./programmes/big-local";

/** One line a programme; the first is the one an area is in. */
export const PROGRAMMES: readonly [Programme, ...Programme[]] = [bigLocal];

for (const one of PROGRAMMES) programmeSchema.parse(one);

/** The programme whose rules an area's partnership looks at. */
export const programme: Programme = PROGRAMMES[0];
