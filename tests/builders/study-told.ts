import type { StudyLines } from "~/features/releases/study-lines";

/** What a study is told of all measures, as one. */
export function studyTold(lines: Iterable<StudyLines>): StudyLines {
  const all = [...lines];
  return { rows: all.flatMap(({ rows }) => rows), groups: all.flatMap(({ groups }) => groups) };
}
