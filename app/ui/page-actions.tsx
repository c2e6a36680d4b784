import type { ReactNode } from "react";
import { ButtonGroup } from "./button.tsx";
import { PrintButton } from "./print-button.tsx";

/** What can be done with a list, beside its title: what begins a new one, and print. */
export function PageActions({ children }: { children?: ReactNode }) {
  return (
    <ButtonGroup>
      {children}
      <PrintButton />
    </ButtonGroup>
  );
}
