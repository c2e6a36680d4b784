import { appoint, changePost, endPost } from "~/features/people/appointments.commands.server";
import {
  assessPerson,
  finishEngagement,
  planEngagement,
} from "~/features/people/assessments.commands.server";
import { useKnownPerson } from "~/features/people/known-person.commands.server";
import { checkLead, nameLead } from "~/features/people/leads.commands.server";
import { findPersonNow } from "~/features/people/merging.queries.server";
import { addPerson, editPerson } from "~/features/people/people.commands.server";
import { peopleFilter } from "~/features/people/people-filter";
import { findOrganisations, findPeopleList } from "~/features/people/people-list.queries.server";
import { findPersonPage } from "~/features/people/person-page.queries.server";
import { recordPersonNote } from "~/features/records/notes.commands.server";
import { findNotes } from "~/features/records/notes.queries.server";
import { findOwnLines, findOwnSide } from "../people-side.server";
import { mergingParts, mergingVerbs } from "./merging.server";
import { personItem, personView } from "./person-views";
import { inArea, inAreaWithId, list, one, type Resource, write } from "./resource.server";

/** Who is who on each side, with the posts they hold. */
export const people: Resource = {
  name: "people",
  words: { one: "person", many: "people" },
  kind: null,
  list: list(peopleFilter, personItem, async (actor, { tx, today }, filter) => {
    const organisations = await findOrganisations(tx, actor);
    const own = filter.cold ? await findOwnLines(tx, actor, today) : new Map();
    const cold = [...own].flatMap(([id, { cadence }]) => (cadence?.cold ? [id] : []));
    const wanted = { ...filter, only: filter.cold && cold };
    const { groups, ...found } = await findPeopleList(tx, actor, wanted, today, organisations);
    const items = groups.flatMap(({ organisation, side, people: lines }) =>
      lines.map((line) => ({ ...line, organisation, side })),
    );
    return { items, ...found };
  }),
  one: one(
    personView,
    async (actor, { tx, today }, id) => {
      const person = await findPersonPage(tx, actor, id, today);
      if (!person) return null;
      const notes = await findNotes(tx, actor, { personId: id });
      const own = person.erased ? null : await findOwnSide(tx, actor, id, today);
      return { ...person, own, notes };
    },
    (_, { tx }, id) => findPersonNow(tx, id),
  ),
  ...(mergingParts ? { parts: mergingParts } : {}),
  create: { "": write(addPerson, "Add somebody with the post they hold", inArea) },
  verbs: {
    edit: write(editPerson, "Change name or contact details", inAreaWithId),
    recognise: write(
      useKnownPerson,
      "Say that they are who was meant, with the post they hold",
      inAreaWithId,
    ),
    appoint: write(appoint, "Add another post of theirs", inAreaWithId),
    assess: write(assessPerson, "Say what one's own side thinks of them", inAreaWithId),
    plan: write(planEngagement, "Plan what comes next with them", inAreaWithId),
    "plan-done": write(finishEngagement, "Say that what was planned is done", inAreaWithId),
    note: write(recordPersonNote, "Note something about them, for one's own side", inAreaWithId),
    ...mergingVerbs,
  },
};

/** The posts of people, by the id each has in its person's view. */
export const posts: Resource = {
  name: "posts",
  words: { one: "post", many: "posts" },
  kind: null,
  create: {},
  verbs: {
    change: write(changePost, "Change a post", inAreaWithId),
    end: write(endPost, "Say which day is their last in it", inAreaWithId),
    "name-lead": write(nameLead, "Name who holds it as lead", inAreaWithId),
    "check-lead": write(checkLead, "Say that the lead is still in post", inAreaWithId),
  },
};
