import { plural } from "~/platform/plural";
import { AppLink } from "~/ui/app-link";
import { FormButton } from "~/ui/form-button";
import { formatDay } from "~/ui/format-date";
import { countWords } from "../handover-item";

type Open = { id: string; title: string; href: string; role: string };
type Moved = Open & { item: string; batch: number; to: string; movedOn: string; undone: boolean };

type OpenItemsProps = {
  outgoing: string;
  incoming: string | null;
  open: readonly Open[];
  moved: readonly Moved[];
  can: { move: boolean; undo: boolean };
  formKey: string | undefined;
};

/** What is open with who leaves, what moved, and the one tap that moves it all or moves it back. */
export function OpenItems({ outgoing, incoming, open, moved, can, formKey }: OpenItemsProps) {
  const standing = moved.filter(({ undone }) => !undone);
  const last = Math.max(0, ...standing.map(({ batch }) => batch));
  const lastCount = standing.filter(({ batch }) => batch === last).length;
  return (
    <section aria-labelledby="open-items">
      <h2 className="govuk-heading-m" id="open-items">
        What is open with {outgoing}
      </h2>
      {open.length === 0 ? (
        <p className="govuk-body">Nothing open is with {outgoing}.</p>
      ) : (
        <ul className="govuk-list govuk-list--bullet">
          {open.map(({ id, title, href, role }) => (
            <li key={`${role} ${id}`}>
              <AppLink href={href}>{title}</AppLink> ({role.toLowerCase()})
            </li>
          ))}
        </ul>
      )}
      {can.move && incoming && open.length > 0 ? (
        <FormButton idempotencyKey={formKey} fields={{ intent: "move-items" }}>
          {`Move ${countWords(open.length)} to ${incoming}`}
        </FormButton>
      ) : null}
      {standing.length > 0 ? (
        <>
          <h3 className="govuk-heading-s">What has moved</h3>
          <ul className="govuk-list govuk-list--bullet">
            {standing.map(({ id, title, href, to, movedOn }) => (
              <li key={id}>
                <AppLink href={href}>{title}</AppLink>, to {to} on {formatDay(movedOn)}
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {can.undo && standing.length > 0 ? (
        <FormButton idempotencyKey={formKey} variant="secondary" fields={{ intent: "undo-move" }}>
          {`Move the last ${plural(lastCount, "thing")} back`}
        </FormButton>
      ) : null}
    </section>
  );
}
