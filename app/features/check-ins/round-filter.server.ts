import { z } from "zod";
import { ROUND_VIEWS, type RoundView } from "./round-filter";

const views = Object.keys(ROUND_VIEWS) as [RoundView, ...RoundView[]];

/** What the address asks for; anything else is the whole list. */
export const roundFilter = z.object({ view: z.enum(views).catch("all") });
