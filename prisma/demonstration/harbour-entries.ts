import type { Day } from "~/platform/calendar/day";
import { EntryTeller } from "./entry-teller";
import type { Places } from "./places";

/** Harbour End: news nobody told, rules nobody explains, and little thanks. */
export function harbourEntries(today: Day, { cast, harbour: area, unitary }: Places): EntryTeller[] {
  const chair = cast["chair@harbour.example"];
  const liaison = cast["liaison@unitary.example"];
  const t = new EntryTeller(today, area.slug, unitary.slug);
  const quay = "The quay stays a place where people work";
  t.wants(-735, chair, quay, "Forty families live from it.");
  t.acknowledged(-640, liaison, quay);
  const visitors = "More visitors on the front";
  t.wants(-480, liaison, visitors, "The regeneration plan counts on them.");
  const money = "They want money and nothing else";
  t.wants(-395, liaison, money, "It is what most meetings are about.", "theirs");
  t.saidOfBelief(-380, chair, money, "not_quite", "We asked for a wall that stands.");

  t.noted(-700, liaison, "strength-named", {
    of: "community",
    what: "The boatmen know the tides better than the tables",
  });
  t.answered(
    -690,
    liaison,
    "The boatmen know the tides better than the tables",
    "used",
    "The tables were corrected from their notes.",
  );
  t.noted(-545, chair, "procedure-barrier", {
    of: "council",
    what: "Every skip needs a licence a month ahead",
    effect: "The beach clean waits for it each time.",
  });
  t.noted(-400, chair, "insight-offered", {
    of: "community",
    what: "The culvert floods before the road does",
    detail: "It has done so four winters running.",
  });
  t.noted(-570, chair, "feedback-passed-on", {
    what: "Nobody answers the flood telephone at night",
    from: "meeting",
  });
  t.noted(-350, chair, "disagreement", {
    what: "Who owns the quay wall",
    ours: "The council built it in 1962.",
  });
  t.noted(-390, chair, "bad-news-given", {
    what: "The quay is left out of the regeneration bid",
    by: "council",
    decided: -64,
    conveyed: 0,
    how: "public",
  });
  t.noted(-430, liaison, "staff-change-notified", {
    what: "Nadia Brook leaves, Daniel Cole takes over",
    by: "council",
    effective: -12,
    notified: 0,
  });
  t.noted(-365, liaison, "engagement-event", {
    what: "Exhibition of the regeneration plan",
    host: "council",
    other: "absent",
    channels: ["online"],
    turnout: 9,
  });
  t.noted(-210, chair, "engagement-event", {
    what: "Blessing of the boats",
    host: "community",
    other: "absent",
    channels: ["poster", "word"],
    turnout: 180,
  });
  t.added(-195, chair, "Blessing of the boats", { toldBack: 0 });
  t.noted(-205, chair, "publicity", {
    what: "The mayor’s speech on “our” new railings",
    by: "council",
    where: "speech",
    joint: true,
    credits: "own",
  });
  t.noted(-160, chair, "community-survey", {
    what: "What the wall means to us",
    with: "own",
    responses: 71,
    paid: "no",
  });
  t.noted(-120, liaison, "mediation", { what: "The row about the wall", who: "The harbour chaplain" });
  t.noted(-95, chair, "skill-gap", { what: "Somebody who can read a structural survey" });
  t.noted(-88, liaison, "thanks", { what: "The beach clean in September", words: "Twelve bags." });
  t.noted(-30, chair, "nothing-to-report", { words: "Nobody has been in touch." });
  return [t];
}
