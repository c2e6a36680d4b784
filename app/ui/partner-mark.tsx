import type { ReactNode } from "react";

/** The two partners' colours. Each has a shape of its own, so that colour is never the only sign. */
export type PartnerTone = "warm" | "cool";

/** The name of a partner with its shape and colour: a circle for warm, a square for cool. */
export function PartnerMark({ tone, children }: { tone: PartnerTone; children: ReactNode }) {
  return (
    <span className={`cg-partner cg-partner--${tone}`}>
      <svg
        className="cg-partner__shape"
        viewBox="0 0 12 12"
        width="12"
        height="12"
        aria-hidden="true"
        focusable="false"
      >
        {tone === "warm" ? <circle cx="6" cy="6" r="6" /> : <rect width="12" height="12" rx="1" />}
      </svg>
      {children}
    </span>
  );
}
