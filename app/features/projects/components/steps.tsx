import { ErrorSummary } from "~/ui/error-summary";
import { problemsOf } from "~/ui/form-answer";
import type { Step } from "../plan-forms";
import { FoldedStep, isAnswered, StepForm, type StepProps } from "./step-form";

type StepsProps = StepProps & {
  title: string;
  /** The one that stands open, if any; the others are folded up. */
  first: Step | null;
  /** Everything the page may be asked for by a form of its own, single buttons included. */
  actions: readonly string[];
  groups: readonly { title: string | null; steps: readonly Step[] }[];
};

/** What this reader's side can do next. */
export function Steps({ title, first, actions, groups, ...form }: StepsProps) {
  const all = [...(first ? [first] : []), ...groups.flatMap(({ steps }) => steps)];
  const { answer } = form;
  // Somebody else was first: the form that was sent is gone from the page, what was said against it is not.
  const own = answer && actions.includes(answer.intent) ? answer : undefined;
  const stray = own?.lastResult.error && all.every((step) => !isAnswered(step, own)) ? own : undefined;
  if (all.length === 0 && !stray) return null;
  return (
    <section aria-labelledby="steps">
      <h2 className="govuk-heading-m" id="steps">
        {title}
      </h2>
      {stray ? <ErrorSummary errors={problemsOf(stray)} /> : null}
      {first ? <StepForm step={first} {...form} primary /> : null}
      {groups.map(({ title: name, steps }) =>
        steps.length === 0 ? null : (
          <div key={name ?? "more"}>
            {name ? <h3 className="govuk-heading-s">{name}</h3> : null}
            {steps.map((step) => (
              <FoldedStep
                step={step}
                {...form}
                key={`${step.intent} ${Object.values(step.hidden ?? {}).join()}`}
              />
            ))}
          </div>
        ),
      )}
    </section>
  );
}
