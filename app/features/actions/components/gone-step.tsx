import { InsetText } from "~/ui/inset-text";
import type { FormAnswer } from "./action-forms";

type Props = { answer: FormAnswer | undefined; shown: readonly { id: string }[] };

/** Where somebody else answered a step meanwhile, its form is gone: what was typed into it stands here. */
export function GoneStep({ answer, shown }: Props) {
  const id = answer?.intent.split(":")[1];
  const result = answer?.lastResult;
  if (!result || shown.some((card) => card.id === id)) return null;
  const { title, reason } = result.initialValue ?? {};
  const typed = [title, reason].filter((text) => typeof text === "string" && text !== "");
  return (
    <InsetText>
      <p role="alert">This step has been answered meanwhile, or is no longer called for.</p>
      {typed.length > 0 ? <p>You had typed: {typed.join(" ")}</p> : null}
    </InsetText>
  );
}
