import { Button } from "~/ui/button";
import { InsetText } from "~/ui/inset-text";
import type { Draft } from "./use-draft";

/** Says that what was typed before is back, and lets it go. */
export function DraftNotice({ draft }: { draft: Draft }) {
  if (draft.values === null) return null;
  return (
    <InsetText>
      <p className="govuk-body">
        Draft restored: what you typed here before is back. It was kept on this device only.
      </p>
      <Button type="button" variant="secondary" onClick={draft.discard}>
        Discard the draft
      </Button>
    </InsetText>
  );
}
