import { formatDay } from "~/ui/format-date";
import type { RoundView } from "../check-in.ts";

/** A round by its first day. */
export function titleOf({ openedOn }: Pick<RoundView, "openedOn">): string {
  return `Check-in of ${formatDay(openedOn)}`;
}
