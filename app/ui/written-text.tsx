import { Fragment } from "react";

/** Text as somebody wrote it: its paragraphs and line breaks kept, nothing in it taken for markup. */
export function WrittenText({ children }: { children: string }) {
  return piecesOf(children, /\r?\n[ \t]*\r?\n/)
    .filter(({ text }) => text.trim() !== "")
    .map((paragraph) => (
      <p className="govuk-body" key={paragraph.place}>
        {piecesOf(paragraph.text, /\r?\n/).map((line) => (
          <Fragment key={line.place}>
            {line.place > 0 ? <br /> : null}
            {line.text}
          </Fragment>
        ))}
      </p>
    ));
}

/** Pieces with their places, which are all that names them: they never change places. */
function piecesOf(text: string, by: RegExp): { text: string; place: number }[] {
  return text.split(by).map((piece, place) => ({ text: piece, place }));
}
