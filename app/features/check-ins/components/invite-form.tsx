import { Button, ButtonGroup } from "~/ui/button";
import { PostForm } from "~/ui/form";
import { Select } from "~/ui/select";

type InviteFormProps = {
  invitees: readonly { id: string; name: string; by: "account" | "register"; hasEmail: boolean }[];
  /** Whether this tracker sends mail. */
  mail: boolean;
  formKey: string | undefined;
};

/** Asks one more of one's own side: by their account, or by a link of their own. */
export function InviteForm({ invitees, mail, formKey }: InviteFormProps) {
  return (
    <section aria-labelledby="ask-more">
      <h2 className="govuk-heading-m" id="ask-more">
        Ask somebody else
      </h2>
      {invitees.length === 0 ? (
        <p className="govuk-body">
          Everybody of your side who is in post was asked. To ask another person, add them to your contacts
          first, with their post.
        </p>
      ) : (
        <PostForm idempotencyKey={formKey}>
          <Select
            id="inviteeId"
            name="inviteeId"
            label="Who of your side?"
            hint="Who has no account answers by a link of their own. Nobody sees what they answer."
            placeholder="Choose a person"
            options={invitees.map(({ id, name, by }) => ({
              value: id,
              label: `${name} (${by === "account" ? "has an account" : "no account"})`,
            }))}
          />
          <ButtonGroup>
            <Button name="intent" value="invite">
              Ask them
            </Button>
            {mail && invitees.some(({ hasEmail }) => hasEmail) ? (
              <Button name="intent" value="invite-by-mail" variant="secondary">
                Ask them by mail
              </Button>
            ) : null}
          </ButtonGroup>
          <p className="govuk-hint">A link to hand over is shown on the next page, once.</p>
        </PostForm>
      )}
    </section>
  );
}
