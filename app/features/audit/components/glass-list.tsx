import { href } from "react-router";
import { AppLink } from "~/ui/app-link";
import { FormButton } from "~/ui/form-button";
import { formatInstant } from "~/ui/format-date";
import { RecordList } from "~/ui/record-list";
import { useFormKey } from "~/ui/use-form-key";
import type { GlassState } from "../break-glass";

type Asked = {
  id: string;
  area: string;
  slug: string;
  by: string;
  reason: string;
  askedAt: Date;
  endsAt: Date | null;
  endedAt: Date | null;
  state: GlassState;
  isOwn: boolean;
  can: { confirm: boolean; end: boolean; read: boolean };
};

/** What was asked for by break-glass, with what can be done about each. */
export function GlassList({ asked }: { asked: readonly Asked[] }) {
  const formKey = useFormKey();
  return (
    <RecordList
      label="Asked for"
      headingLevel={3}
      items={asked.map((one) => ({
        id: one.id,
        title: one.area,
        facts: [`${one.by}, ${formatInstant(one.askedAt)}`, `The reason: ${one.reason}`, stateWords(one)],
        children: (
          <>
            {one.can.read ? (
              <p className="govuk-body">
                <AppLink href={href("/areas/:area", { area: one.slug })}>Read what both sides share</AppLink>
              </p>
            ) : null}
            {one.can.confirm ? (
              <FormButton
                fields={{ intent: "confirm", id: one.id }}
                idempotencyKey={formKey}
                about={one.area}
              >
                Confirm for one hour
              </FormButton>
            ) : null}
            {one.can.end ? (
              <FormButton
                fields={{ intent: "end", id: one.id }}
                idempotencyKey={formKey}
                variant="secondary"
                about={one.area}
              >
                {one.state === "open" ? "End it now" : "Take it back"}
              </FormButton>
            ) : null}
          </>
        ),
      }))}
    />
  );
}

function stateWords({ state, endsAt, endedAt, isOwn }: Asked): string {
  if (state === "waiting")
    return isOwn ? "Waits for another admin to confirm it" : "Waits for a second admin, such as you";
  const end = endedAt ?? endsAt;
  if (state === "open") return end ? `Open until ${formatInstant(end)}` : "Open";
  return end ? `Over since ${formatInstant(end)}` : "Not confirmed within a day";
}
