import { Button } from "~/ui/button";
import { InsetText } from "~/ui/inset-text";
import { ForgetDraftsOnSignOut } from "./forget-drafts";
import type { Draft } from "./use-draft";

/** Says that what was typed before is back, and lets it go. */
export function DraftNotice({ draft }: { draft: Draft }) {
  if (draft.values === null) return <ForgetDraftsOnSignOut />;
  return (
    <InsetText>
      <ForgetDraftsOnSignOut />
      <p className="govuk-body">
        Draft restored: what you typed here before is back. It was kept on this device only.
      </p>
      <Button type="button" variant="secondary" onClick={draft.discard}>
        Discard the draft
      </Button>
    </InsetText>
  );
}
