import { Button } from "./button.tsx";
import { useHydrated } from "./use-hydrated.ts";

/** Prints the page. Shown only where script runs; without it the browser's own menu prints as well. */
export function PrintButton({ children = "Print this page" }: { children?: string }) {
  if (!useHydrated()) return null;
  return (
    <Button type="button" variant="secondary" onClick={() => window.print()}>
      {children}
    </Button>
  );
}
