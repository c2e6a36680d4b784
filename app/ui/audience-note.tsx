import type { ReactNode } from "react";

/** One line that says who will see what is written here. */
export function AudienceNote({
  lead = "Who will see this:",
  children,
}: {
  lead?: string;
  children: ReactNode;
}) {
  return (
    <p className="cg-audience">
      <svg
        className="cg-audience__icon"
        viewBox="0 0 24 16"
        width="24"
        height="16"
        aria-hidden="true"
        focusable="false"
      >
        <path d="M12 1C6.5 1 2.6 5.3 1 8c1.6 2.7 5.5 7 11 7s9.4-4.3 11-7c-1.6-2.7-5.5-7-11-7z" />
        <circle cx="12" cy="8" r="3.5" />
      </svg>
      <span>
        <strong>{lead}</strong> {children}
      </span>
    </p>
  );
}
