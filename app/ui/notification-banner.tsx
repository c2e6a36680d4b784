import { type ReactNode, useEffect, useId, useRef } from "react";

type NotificationBannerProps = {
  /** "success": something was done, and takes the focus. "notice": something to know. */
  kind?: "success" | "notice" | undefined;
  title?: string | undefined;
  children: ReactNode;
};

/** What just happened, or what to know before reading on. */
export function NotificationBanner({ kind = "success", title, children }: NotificationBannerProps) {
  const titleId = useId();
  return kind === "success" ? (
    <DoneBox titleId={titleId}>
      <Said title={title ?? "Done"} titleId={titleId}>
        {children}
      </Said>
    </DoneBox>
  ) : (
    <section className="govuk-notification-banner" aria-labelledby={titleId}>
      <Said title={title ?? "To know"} titleId={titleId}>
        {children}
      </Said>
    </section>
  );
}

/** Read out at once, and where the reader goes on from. */
function DoneBox({ titleId, children }: { titleId: string; children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <div
      className="govuk-notification-banner govuk-notification-banner--success"
      role="alert"
      aria-labelledby={titleId}
      tabIndex={-1}
      ref={box}
    >
      {children}
    </div>
  );
}

function Said({ title, titleId, children }: { title: string; titleId: string; children: ReactNode }) {
  return (
    <>
      <div className="govuk-notification-banner__header">
        <h2 className="govuk-notification-banner__title" id={titleId}>
          {title}
        </h2>
      </div>
      <div className="govuk-notification-banner__content">
        {typeof children === "string" ? (
          <p className="govuk-notification-banner__heading">{children}</p>
        ) : (
          children
        )}
      </div>
    </>
  );
}
