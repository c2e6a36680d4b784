import type { ReactNode } from "react";
import { AppLink } from "./app-link.tsx";

export type Task = {
  id: string;
  title: ReactNode;
  href?: string | undefined;
  hint?: ReactNode;
  /** Plain words when done, a Tag when there is something to do. */
  status: ReactNode;
};

/** Things to do, each with where it stands. `id` makes the hint and status ids, so keep it unique on the page. */
export function TaskList({ tasks }: { tasks: readonly Task[] }) {
  return (
    <ul className="govuk-task-list">
      {tasks.map(({ id, title, href, hint, status }) => {
        const described = [hint ? `${id}-hint` : "", `${id}-status`].filter(Boolean).join(" ");
        return (
          <li className={`govuk-task-list__item${href ? " govuk-task-list__item--with-link" : ""}`} key={id}>
            <div className="govuk-task-list__name-and-hint">
              {href ? (
                <AppLink
                  href={href}
                  className="govuk-link govuk-task-list__link"
                  aria-describedby={described}
                >
                  {title}
                </AppLink>
              ) : (
                <div>{title}</div>
              )}
              {hint ? (
                <div id={`${id}-hint`} className="govuk-task-list__hint">
                  {hint}
                </div>
              ) : null}
            </div>
            <div className="govuk-task-list__status" id={`${id}-status`}>
              {status}
            </div>
          </li>
        );
      })}
    </ul>
  );
}
