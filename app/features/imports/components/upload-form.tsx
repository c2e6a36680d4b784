import type { ReactNode } from "react";
import { Button } from "~/ui/button";
import { Details } from "~/ui/details";
import { ErrorSummary } from "~/ui/error-summary";
import { FileInput } from "~/ui/file-input";
import { PostForm } from "~/ui/form";
import { HiddenFields } from "~/ui/hidden-fields";
import type { Refusal } from "./refusal";
import { errorList } from "./refusal";

type UploadFormProps = {
  /** What may be chosen, as the browser asks for it. */
  accept: string;
  hint: ReactNode;
  answer: Refusal | undefined;
  /** What else is asked. */
  children?: ReactNode;
};

/** A file to look at: nothing is imported by sending it. */
export function UploadForm({ accept, hint, answer, children }: UploadFormProps) {
  const sent = answer?.intent === "look" ? answer : undefined;
  return (
    <PostForm withFiles aria-label="Choose a file">
      <ErrorSummary errors={errorList(sent)} />
      {sent && sent.problems.length > 0 ? (
        <Details summary="What is wrong, line by line" open>
          <ul className="govuk-list govuk-list--bullet">
            {sent.problems.map((problem) => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
        </Details>
      ) : null}
      <HiddenFields fields={{ intent: "look" }} />
      <FileInput id="file" name="file" label="File" hint={hint} accept={accept} errors={sent?.errors.file} />
      {children}
      <Button>Look at what it would do</Button>
    </PostForm>
  );
}
