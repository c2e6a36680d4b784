import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";
import { useHydrated } from "./use-hydrated.ts";

/**
 * What only works with script. It has its place from the first paint and is shown once script runs, so that nothing
 * beside it moves just when somebody presses it; where there is no script it takes no room.
 */
export function NeedsScript({ children }: { children: ReactNode }) {
  const runs = useHydrated();
  return <div className={classNames("cg-needs-script", !runs && "cg-needs-script--waits")}>{children}</div>;
}
