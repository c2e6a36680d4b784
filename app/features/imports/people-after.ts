import { inForce, type KnownCouncillor } from "./councillor";
import type { PeopleStep } from "./people-plan";

/**
 * What is known once a plan's steps are carried out: the meaning of each step, which carrying them out in the database
 * must come to as well. `newId` gives the id of a person who is made.
 */
export function afterSteps(
  known: readonly KnownCouncillor[],
  steps: readonly PeopleStep[],
  newId: (externalId: string) => string,
): readonly KnownCouncillor[] {
  const people = new Map(known.map((person) => [person.personId, person]));
  for (const step of steps) {
    const person =
      step.kind === "joined"
        ? { ...step.councillor, personId: newId(step.councillor.externalId), posts: [] }
        : people.get(step.personId);
    if (!person) throw new Error(`No person ${step.name} for ${step.kind}`);
    people.set(person.personId, afterStep(person, step));
  }
  return [...people.values()];
}

function afterStep(person: KnownCouncillor, step: PeopleStep): KnownCouncillor {
  switch (step.kind) {
    case "joined":
    case "returned":
    case "appointed": {
      const { ward, party } = step.councillor;
      return { ...person, ward, party, posts: [...person.posts, { startsOn: step.on, endsOn: null }] };
    }
    case "left": {
      const posts = person.posts.map((post) =>
        inForce(post, step.on) ? { ...post, endsOn: step.on } : post,
      );
      return { ...person, posts };
    }
    case "linked":
      return { ...person, externalId: step.externalId };
    case "changed":
      return { ...person, [step.what]: step.after };
  }
}
