import { useSyncExternalStore } from "react";

const never = () => () => {};

/** False on the server and in the first paint, true once script runs: for what only works with script. */
export function useHydrated(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}
