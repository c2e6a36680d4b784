import { type ReactNode, useEffect, useId, useRef } from "react";
import { classNames } from "./class-names.ts";

type NotificationBannerProps = {
  /** "success": something was done, and takes the focus. "notice": something to know. */
  kind?: "success" | "notice" | undefined;
  title?: string | undefined;
  children: ReactNode;
};

/** What just happened, or what to know before reading on. */
export function NotificationBanner({ kind = "success", title, children }: NotificationBannerProps) {
  const titleId = useId();
  const box = useRef<HTMLDivElement>(null);
  const isSuccess = kind === "success";
  useEffect(() => {
    if (isSuccess) box.current?.focus();
  }, [isSuccess]);
  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: alert and region both take a name
    <div
      className={classNames("govuk-notification-banner", isSuccess && "govuk-notification-banner--success")}
      role={isSuccess ? "alert" : "region"}
      aria-labelledby={titleId}
      tabIndex={isSuccess ? -1 : undefined}
      ref={box}
    >
      <div className="govuk-notification-banner__header">
        <h2 className="govuk-notification-banner__title" id={titleId}>
          {title ?? (isSuccess ? "Done" : "To know")}
        </h2>
      </div>
      <div className="govuk-notification-banner__content">
        {typeof children === "string" ? (
          <p className="govuk-notification-banner__heading">{children}</p>
        ) : (
          children
        )}
      </div>
    </div>
  );
}
