/** What is new in a release, in words: `before` is the release that it is set beside. */
export function releaseNote(before: string | null): string {
  return before === null
    ? "Nothing earlier to set it beside: there is none by the same method."
    : `The same areas are set beside themselves in ${before}.`;
}
