import { findChoices } from "~/features/organisations/organisations.queries.server";
import { DIMENSION_WORDS } from "~/features/releases/release-words";
import { DIMENSIONS } from "~/features/releases/strata";
import { findStudies, findStudy } from "~/features/releases/studies.queries.server";
import { STUDY_STATE_WORDS } from "~/features/releases/study";
import { keyStateOf } from "~/features/releases/study-key.server";
import { readAdmin } from "./admin.server";
import { notFound, type read } from "./request.server";

type Context = Parameters<typeof read>[0];

/** All studies, for admins. */
export function loadStudies(context: Context) {
  return readAdmin(context, async (_, { tx, today }) =>
    (await findStudies(tx, today)).map(({ purpose: _, dimension: __, state, ...study }) => ({
      ...study,
      state: STUDY_STATE_WORDS[state],
    })),
  );
}

/** What a new study can be of. */
export function loadNewStudy(context: Context) {
  return readAdmin(context, async (_, { tx }) => ({
    organisations: await findChoices(tx),
    dimensions: DIMENSIONS.map((value) => ({
      value,
      label: DIMENSION_WORDS[value].name,
      hint: DIMENSION_WORDS[value].says,
    })),
  }));
}

/** One study with its members, and how it stands with its key: whether it is there, and nothing of it. */
export async function loadStudy(context: Context, id: string) {
  const study = await readAdmin(
    context,
    async (_, { tx, today }) => (await findStudy(tx, id, today)) ?? notFound(),
  );
  const { keyHash, dimension, state, ...rest } = study;
  return {
    ...rest,
    by: DIMENSION_WORDS[dimension].name,
    state: STUDY_STATE_WORDS[state],
    isOver: state === "over",
    key: keyStateOf({ id, keyHash }),
  };
}
