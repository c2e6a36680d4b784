import { addElection, correctElection, removeElection } from "~/features/elections/elections.commands.server";
import { findElectionsOf } from "~/features/elections/elections.queries.server";
import { reviseNote } from "~/features/records/notes.commands.server";
import { binRecord } from "~/features/records/records.commands.server";
import { findRelationshipTerms } from "~/features/records/relationship.queries.server";
import { setRelationshipTerms } from "~/features/records/relationship-terms.commands.server";
import { agreeRhythm, declineRhythm, proposeRhythm } from "~/features/records/rhythm.commands.server";
import { findRhythms } from "~/features/records/rhythm.queries.server";
import { widenNote } from "~/features/records/widen-note.commands.server";
import { noQuestions, onePage } from "./paging";
import { electionItem, relationshipItem, rhythmItem } from "./relationship-views";
import { type Fixed, inArea, list, one, type Resource, write } from "./resource.server";

const ofCouncil: Fixed = { names: ["area", "council"], values: ({ area, id }) => ({ area, council: id }) };

/** Elections are of one's own council; the community's of the first, which it may not add to. */
const ofOwnCouncil: Fixed = {
  names: ["councilId"],
  values: ({ actor }) => ({
    councilId: (actor.side === "council" ? actor.organisationId : actor.relationships[0]?.councilId) ?? "",
  }),
};

/** What the area's partnership has with each council, by the council's name in addresses. */
export const relationships: Resource = {
  name: "relationships",
  words: { one: "relationship", many: "relationships" },
  kind: null,
  key: "word",
  list: list(noQuestions, relationshipItem, async (actor, { tx }) =>
    onePage(await findRelationshipTerms(tx, actor)),
  ),
  one: one(relationshipItem, async (actor, { tx }, slug) => {
    return (await findRelationshipTerms(tx, actor)).find(({ councilSlug }) => councilSlug === slug) ?? null;
  }),
  create: {},
  verbs: { terms: write(setRelationshipTerms, "Set what the two sides agreed", ofCouncil) },
};

/** How often the two sides agreed to meet. */
export const rhythms: Resource = {
  name: "rhythms",
  words: { one: "agreed rhythm", many: "agreed rhythms" },
  kind: "rhythm",
  list: list(noQuestions, rhythmItem, async (actor, { tx }) => {
    const all = [];
    for (const { id } of actor.relationships) all.push(...(await findRhythms(tx, actor, id)));
    return onePage(all);
  }),
  one: one(rhythmItem, async (actor, { tx }, id) => {
    for (const relationship of actor.relationships) {
      const found = (await findRhythms(tx, actor, relationship.id)).find((each) => each.id === id);
      if (found) return found;
    }
    return null;
  }),
  create: { "": write(proposeRhythm, "Propose how often to meet", inArea) },
  verbs: {
    agree: write(agreeRhythm, "Agree to it"),
    decline: write(declineRhythm, "Decline it, with reasons"),
  },
};

/** A side's or a person's own notes, by the id each has in what it is about. */
export const notes: Resource = {
  name: "notes",
  words: { one: "note", many: "notes" },
  kind: "note",
  create: {},
  verbs: {
    revise: write(reviseNote, "Change it"),
    widen: write(widenNote, "Show it to more people"),
    bin: write(binRecord, "Put it in the bin"),
  },
};

/** The elections of the area's councils. */
export const elections: Resource = {
  name: "elections",
  words: { one: "election", many: "elections" },
  kind: null,
  list: list(noQuestions, electionItem, async (actor, { tx, today }) =>
    onePage(await findElectionsOf(tx, actor, today)),
  ),
  create: { "": write(addElection, "Add an election of one's own council", ofOwnCouncil) },
  verbs: {
    correct: write(correctElection, "Correct it"),
    remove: write(removeElection, "Take it off the list"),
  },
};
