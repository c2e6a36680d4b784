import { z } from "zod";
import type { AreaActor } from "~/features/identity/actor";
import { mergePeople, tellPeopleApart, undoMerging } from "~/features/people/merging.commands.server";
import { findMergings } from "~/features/people/merging.queries.server";
import { findComparison, findNearTo, findSuggestedPairs } from "~/features/people/near-people.queries.server";
import { canWrite } from "~/features/records/record.policy";
import type { Tx } from "~/platform/db.server";
import { idSchema } from "~/platform/ids";
import { forbidden } from "../request.server";
import { comparisonView, nearView, twiceItems } from "./merging-views";
import { noQuestions } from "./paging";
import { areaView, inAreaWithId, part, type Resource, write } from "./resource.server";

/** Who may not make two records one is not asked whether they are. */
function requireWriter(actor: AreaActor): void {
  const may = canWrite(actor);
  if (may !== true) forbidden(may);
}

/** Records of people that may be of one person. */
export const twiceView = areaView(
  {
    name: "people-twice",
    says: "Records of people that may be of one person; to a reader none are suggested",
  },
  noQuestions,
  twiceItems,
  async (actor, { tx }) => ({ items: canWrite(actor) === true ? await findSuggestedPairs(tx, actor) : [] }),
);

async function nearTo(tx: Tx, actor: AreaActor, id: string) {
  const found = await findNearTo(tx, actor, id);
  return found && { near: found.near, mergings: await findMergings(tx, actor, id) };
}

/** Who else somebody may be, and who they were made one with. */
export const mergingParts: Resource["parts"] = {
  twice: part(
    { says: "Who else they may be, and whom they were made one with", query: noQuestions },
    nearView,
    (actor, { tx }, { id }) => {
      requireWriter(actor);
      return nearTo(tx, actor, id);
    },
  ),
  compared: part(
    {
      says: "Them beside another, before the two are made one",
      query: z.object({ with: idSchema.optional() }),
    },
    comparisonView,
    async (actor, { tx }, { id, query: { with: other } }) => {
      requireWriter(actor);
      return { comparison: other ? await findComparison(tx, actor, { kept: id, merged: other }) : null };
    },
  ),
};

/** What can be done with somebody who is here twice. */
export const mergingVerbs: Resource["verbs"] = {
  merge: write(mergePeople, "Make another record one with theirs: theirs stays", inAreaWithId),
  "tell-apart": write(tellPeopleApart, "Remember that another is not them", inAreaWithId),
};

/** That two became one, by the id it has with whoever stayed. */
export const mergings: Resource = {
  name: "mergings",
  words: { one: "merging", many: "mergings" },
  kind: null,
  create: {},
  verbs: { undo: write(undoMerging, "Make them two again, exactly as they were", inAreaWithId) },
};
