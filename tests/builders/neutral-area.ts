import type { Side } from "~/features/identity/actor";
import type { StoryTellers } from "./story-teller";

const FIRST = -790;
const SIDES = ["council", "community"] as const;
const other = (side: Side): Side => (side === "council" ? "community" : "council");

export const COUNCIL_PEOPLE = ["Olive Officer", "Sam Senior", "Cora Cabinet", "Frank Frontline"];
export const COMMUNITY_PEOPLE = ["Carol Chair", "Rita Resident"];

/** Who is there on both sides, at all four levels of the council. */
function people({ posts, views, who }: StoryTellers): void {
  const { council, community } = who;
  posts.came(FIRST, community.lead, "Carol Chair", "chair", { lead: true });
  posts.came(FIRST, community.lead, "Rita Resident", "resident");
  posts.came(FIRST, community.lead, "Wendy Worker", "worker-engagement");
  posts.came(FIRST, community.lead, "Simon Strategy", "worker-strategy");
  posts.came(FIRST, council.lead, "Olive Officer", "officer", { lead: true });
  posts.came(FIRST, council.lead, "Sam Senior", "senior-manager");
  posts.came(FIRST, council.lead, "Cora Cabinet", "cabinet-member");
  posts.came(FIRST, council.lead, "Frank Frontline", "front-line-officer");
  posts.alsoIs(FIRST + 1, council.lead, "Cora Cabinet", "liaison-officer");
  for (const offset of [-400, -60]) {
    posts.checked(offset, community.lead, "Carol Chair");
    posts.checked(offset, council.lead, "Olive Officer");
  }
  const view = { interest: 4, influence: 3, stance: "for_it", ally: true } as const;
  views.thinks(FIRST + 2, community.lead, "Olive Officer", view);
}

/** A meeting every six weeks or so, of everybody, in a room or about the neighbourhood, with good news and bad. */
function meetings({ talk, who }: StoryTellers): void {
  const { council, community } = who;
  talk.rhythm(FIRST + 5, [community.lead, council.lead], [42, 60]);
  const days = [-760, -660, -560, -460, -380, -340, -300, -260, -220, -180, -140, -100, -58, -18];
  days.forEach((offset, index) => {
    talk.meeting(offset, {
      by: community.lead,
      title: `Meeting ${index + 1}`,
      how: index % 3 === 0 ? "visit" : "in_person",
      theirs: COUNCIL_PEOPLE,
      ours: COMMUNITY_PEOPLE,
      tone: "businesslike",
      well: "We settled what we came for.",
      badly: "We ran out of time.",
      sentAfter: 7,
      agreedBy: council.lead,
    });
  });
}

/** Promises of both sides, their days over a year ago; one of each slipped, was told of and kept after all. */
function promises({ talk, who }: StoryTellers): void {
  for (const side of SIDES) {
    const [own, theirs] = [who[side].lead, who[other(side)].lead];
    for (const [index, due] of [-640, -580, -520, -470, -420, -390, -380].entries()) {
      const name = `Promise ${index + 1} of the ${side}`;
      talk.promise(due - 40, name, { by: own, title: name, due });
      talk.kept(due - 3, name, own, "Done.", theirs);
    }
    for (const [index, due] of [-600, -500, -410].entries()) {
      const name = `Slipped promise ${index + 1} of the ${side}`;
      talk.promise(due - 40, name, { by: own, title: name, due });
      talk.told(due - 2, name, own, "It takes longer.");
      talk.kept(due + 28, name, own, "Done now.", theirs);
    }
  }
}

function requests({ talk, who }: StoryTellers): void {
  for (const side of SIDES) {
    for (const [index, asked] of [-500, -330, -120].entries()) {
      const name = `Question ${index + 1} to the ${side}`;
      talk.asked(asked, name, { by: who[other(side)].lead, title: name });
      talk.answered(asked + 9, name, who[side].lead, "yes", "Yes, gladly.");
      talk.judged(asked + 11, name, who[other(side)].lead, index === 1 ? "partly" : "straight");
    }
  }
}

function aims({ entries, who }: StoryTellers): void {
  for (const side of SIDES) {
    for (const [index, offset] of [-700, -300].entries()) {
      const title = `Aim ${index + 1} of the ${side}`;
      entries.wants(offset, who[side].lead, title, "It matters to us.");
      entries.acknowledged(offset + (index === 0 ? 75 : 12), who[other(side)].lead, title);
    }
  }
}

/** What each side is good at and knows, and what the other made of it. */
function gifts({ entries, who }: StoryTellers): void {
  for (const side of SIDES) {
    const [own, theirs] = [who[side].lead, who[other(side)].lead];
    const strength = `A strength of the ${side}`;
    entries.noted(-320, theirs, "strength-named", { of: side, what: strength });
    entries.answered(-290, theirs, strength, "used", "In the project.");
    const insight = `What the ${side} knows`;
    entries.noted(-150, own, "insight-offered", { of: side, what: insight });
    entries.answered(-130, theirs, insight, "used", "It is in the plan.");
  }
  entries.noted(-200, who.council.lead, "introduction", { what: "The youth club to who books halls" });
  entries.noted(-160, who.community.lead, "feedback-passed-on", { what: "The crossing is too short" });
  entries.answered(-140, who.council.lead, "The crossing is too short", "acted on", "Ten more seconds.");
}

/** What stood in the way, was called off or had to change, and how each was dealt with. */
function frictions({ agreements, entries, talk, who }: StoryTellers): void {
  for (const side of SIDES) {
    const [own, theirs] = [who[side].lead, who[other(side)].lead];
    for (const [index, offset] of [-620, -400, -230].entries()) {
      const procedure = `Procedure ${index + 1} of the ${side}`;
      entries.noted(offset, theirs, "procedure-barrier", { of: side, what: procedure });
      entries.answered(
        offset + 30,
        own,
        procedure,
        index === 1 ? "simplified" : "policy",
        "So it was agreed.",
      );
      const quarrel = `Quarrel ${index + 1} that the ${side} opened`;
      entries.noted(offset - 10, own, "disagreement", { what: quarrel });
      entries.closedTogether(
        offset + 40,
        [theirs, own],
        quarrel,
        index === 1 ? "settled" : "reasoned no",
        "We talked.",
      );
      const change = `Change ${index + 1} that the ${side} put`;
      agreements.proposed(offset + 5, own, "way_of_working", change, "It would suit us.");
      agreements.accepted(offset + (index === 1 ? 12 : 40), theirs, change, "Gladly.");
    }
    const moved = side === "council" ? -430 : -310;
    const [theirPeople, ourPeople] =
      side === "council" ? [["Carol Chair"], ["Olive Officer"]] : [["Olive Officer"], ["Carol Chair"]];
    const again = { theirs: theirPeople, ours: ourPeople, again: 9 };
    talk.calledOff(moved, { by: own, title: `A talk the ${side} moved`, notice: 4, ...again });
  }
}

/** What is told, published and held in public. */
function inPublic({ entries, who }: StoryTellers): void {
  for (const side of SIDES) {
    const by = who[side].lead;
    const news = { by: side, decided: -4, conveyed: 0, how: "call" };
    entries.noted(-330, by, "good-news-shared", { what: `Good news of the ${side}`, ...news });
    entries.noted(-270, by, "bad-news-given", {
      what: `Bad news of the ${side}`,
      ...news,
      reasons: "Money.",
    });
    entries.noted(-210, by, "publicity", {
      what: `A page by the ${side}`,
      by: side,
      where: "newsletter",
      joint: true,
      credits: "both",
    });
    const event = `An afternoon held by the ${side}`;
    const ways = ["leaflet", "poster", "online"];
    entries.noted(-240, by, "engagement-event", {
      what: event,
      host: side,
      other: "attended",
      channels: ways,
    });
    entries.added(-215, by, event, { toldBack: 0 });
  }
  const fair = "A fair held together";
  const ways = ["leaflet", "online", "school"];
  const held = { what: fair, host: "joint", channels: ways, turnout: 80 };
  entries.noted(-110, who.community.lead, "engagement-event", held);
  entries.added(-90, who.community.lead, fair, { toldBack: 0 });
  entries.noted(-350, who.community.lead, "community-survey", { what: "What the hall is for", with: "both" });
  entries.noted(-280, who.community.lead, "residents-lead", { what: "Who opens the hall" });
  entries.answered(-275, who.council.lead, "Who opens the hall", "agreed", "Gladly.");
  entries.noted(-255, who.council.lead, "councillor-steps-back", { what: "The small grants", key: true });
  entries.noted(-250, who.community.lead, "thanks", { what: "Leaving the grants to us" });
}

/** One joint project with everything said, its steps done in time, one of them still ahead. */
function project({ plans, who }: StoryTellers, involves: ("land" | "money")[]): void {
  const { council, community } = who;
  const title = "The community garden";
  plans.begun(-755, title, {
    by: community.lead,
    aim: "A garden for everybody.",
    lead: "joint",
    person: "Carol Chair",
    residents: true,
    ends: 200,
    agreedBy: council.lead,
    answersFor: "The fence and the water.",
    teams: "Parks: the fence\nWater: the tap",
    involves,
  });
  for (const [index, due] of [-600, -400, -290, -190, -70].entries()) {
    for (const side of SIDES) {
      const [own, theirs] = [who[side].lead, who[other(side)].lead];
      const name = `Step ${index + 1} of the ${side}`;
      plans.step(due - 60, name, { by: own, owner: side, due, of: title, check: index === 0 });
      plans.done(due + (index === 2 ? 40 : -4), name, own, "Done.", theirs);
    }
  }
  plans.step(-50, "First harvest", { by: council.lead, owner: "joint", due: 90, of: title, early: true });
}

/** An agreement that covers everything, in force for years. */
function agreement({ agreements, who }: StoryTellers): void {
  const { council, community } = who;
  const words = {
    roles: "The council mends the fence. The partnership plants.",
    priorities: "A garden all year round.",
    flex: "Days can move.",
    communication: "Every six weeks.",
    liabilities: "Each insures its own people.",
    data_protection: "Names stay with the key holders.",
  };
  const days = { starts: -700, ends: 700, review: -200 };
  agreements.written(-730, "agreement", {
    by: community.lead,
    title: "How we work together",
    ...days,
    words,
  });
  agreements.agreed(-720, "agreement", council.lead);
  agreements.signed(-712, "agreement", community.lead, "Carol Chair");
  agreements.signed(-710, "agreement", council.lead, "Sam Senior");
  agreements.reviewed(-205, "agreement", [community.lead, council.lead], "Kept by both.");
}

/** Somebody left on both sides, and what they held was handed over. */
function leavers({ handovers, posts, who }: StoryTellers): void {
  const met = { by: who.community.lead, well: "They had read everything." };
  for (const side of SIDES) {
    const by = who[side].lead;
    const [name, next] = [`Former ${side}`, `Newer ${side}`];
    const told = { council: "Olive Officer", community: "Carol Chair", [side]: next };
    const role = side === "council" ? "officer" : "secretary";
    posts.came(FIRST + 3, by, name, role);
    posts.came(FIRST + 3, by, next, role);
    const held = `Something ${name} promised`;
    handovers.promised(-490, { by, title: held, due: -425, person: name });
    handovers.kept(-430, held, by, who[other(side)].lead);
    handovers.leaves(-480, { by, name, why: "new_job", lastDay: -450 });
    handovers.prepared(-460, by, name, next, "Ring Carol first.");
    handovers.takenOver(-452, by, name, ["brief_read"]);
    handovers.met(-440, name, { ...met, title: `Tea with ${next}`, ...told });
  }
}

/** A neutral area with much evidence of every component, in which nothing is asked of either side. */
export function tellSteady(tellers: StoryTellers): void {
  for (const part of [
    people,
    meetings,
    promises,
    requests,
    aims,
    gifts,
    frictions,
    inPublic,
    agreement,
    leavers,
  ])
    part(tellers);
  project(tellers, ["land", "money"]);
}

/** One person on each side who talk now and then, the last time two months ago. */
function plainTalk({ posts, talk, who }: StoryTellers): void {
  posts.came(FIRST, who.community.lead, "Carol Chair", "chair", { lead: true });
  posts.came(FIRST, who.council.lead, "Olive Officer", "officer", { lead: true });
  for (const [index, offset] of [-760, -640, -540, -450, -360, -280, -200, -130, -61].entries()) {
    talk.meeting(offset, {
      by: who.community.lead,
      title: `Meeting ${index + 1}`,
      theirs: ["Olive Officer"],
      ours: ["Carol Chair"],
      well: "We met.",
      badly: "We ran out of time.",
    });
  }
}

/**
 * An area with evidence of every component and nothing more: nobody's knowledge was used, no strength is named, nothing
 * is agreed in writing, one level of the council is met, and a disagreement is three weeks old.
 */
export function tellPlain(tellers: StoryTellers): void {
  for (const part of [plainTalk, promises, requests, aims, frictions, inPublic]) part(tellers);
  project(tellers, []);
  tellers.entries.noted(-21, tellers.who.community.lead, "disagreement", { what: "Where the bins stand" });
}
