/** What the address of a study’s page holds. */
export type StudyAddress = {
  readonly release: string;
  readonly measure: string;
  readonly since?: string | null;
  readonly page?: number;
};

/** The address of a study’s page: the release is always in it, so that it shows the same for ever. */
export function studyHref(study: string, { release, measure, since, page = 1 }: StudyAddress): string {
  const further = { ...(since ? { since } : {}), ...(page > 1 ? { page: String(page) } : {}) };
  return `/research/studies/${encodeURIComponent(study)}?${new URLSearchParams({ release, measure, ...further })}`;
}
