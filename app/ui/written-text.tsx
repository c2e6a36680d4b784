import { Fragment } from "react";

/** Text as somebody wrote it: its paragraphs and line breaks kept, nothing in it taken for markup. */
export function WrittenText({ children }: { children: string }) {
  const paragraphs = children.split(/\r?\n[ \t]*\r?\n/).filter((text) => text.trim() !== "");
  return paragraphs.map((paragraph, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs have no id and never change places
    <p className="govuk-body" key={index}>
      {paragraph.split(/\r?\n/).map((line, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the same
        <Fragment key={at}>
          {at > 0 ? <br /> : null}
          {line}
        </Fragment>
      ))}
    </p>
  ));
}
