import { Button } from "~/ui/button";
import { PostForm } from "~/ui/form";
import { Textarea } from "~/ui/textarea";

/** What came of pasted cases: the scores as printed, or what is wrong. */
export type Pasted = { text: string; problem: string | null; printed: string | null };

const EXAMPLE = `{ "cases": [{ "name": "one promise", "as_of": "2026-10-01", "records": [
  { "type": "commitment", "id": "c", "by": "council", "due": "2026-09-16" }
] }] }`;

/** A box for whole cases, in the form of the golden file; scored by the same program, kept nowhere. */
export function PasteCases({ pasted }: { pasted: Pasted | undefined }) {
  return (
    <PostForm>
      <Textarea
        id="cases"
        name="cases"
        label="Cases (JSON)"
        hint="In the form of the golden file: a name, a day and records for each case. Nothing is kept."
        rows={8}
        spellCheck={false}
        value={pasted?.text ?? EXAMPLE}
        errors={pasted?.problem ? [pasted.problem] : undefined}
      />
      <Button variant="secondary">Score these cases</Button>
      {pasted?.printed ? (
        <Textarea
          id="scores"
          name="scores"
          label="Their scores (JSON)"
          hint="Numbers are rounded to six places."
          rows={16}
          spellCheck={false}
          value={pasted.printed}
        />
      ) : null}
    </PostForm>
  );
}
