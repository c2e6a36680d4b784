import { Button } from "./button.tsx";
import { NeedsScript } from "./needs-script.tsx";

/** Prints the page. Shown only where script runs; without it the browser's own menu prints as well. */
export function PrintButton({ children = "Print this page" }: { children?: string }) {
  return (
    <NeedsScript>
      <Button type="button" variant="secondary" onClick={() => window.print()}>
        {children}
      </Button>
    </NeedsScript>
  );
}
