import { Fragment } from "react";
import { Tag } from "~/ui/tag";
import type { Flag, State } from "../commitment";
import { FLAG_WORDS, STATE_WORDS } from "../commitment-words";

/** The state of a promise and what else there is to say about it, as tags. */
export function CommitmentTags({ state, flags }: { state: State; flags: readonly Flag[] }) {
  return (
    <>
      <Tag tone={STATE_WORDS[state].tone}>{STATE_WORDS[state].tag}</Tag>
      {flags.map((flag) => (
        <Fragment key={flag}>
          {" "}
          <Tag tone={FLAG_WORDS[flag].tone}>{FLAG_WORDS[flag].tag}</Tag>
        </Fragment>
      ))}
    </>
  );
}
