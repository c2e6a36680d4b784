import { href } from "react-router";
import type { Sighting } from "~/features/actions/action";
import type { EvidenceLink } from "~/features/actions/action-view";

/** Where an action is done: the form that answers it, or the record that waits. */
export type Doing = { text: string; href: string };

type About = {
  area: string;
  sighting: Pick<Sighting, "state" | "recordIds" | "outranks">;
  links: ReadonlyMap<string, EvidenceLink>;
};
type Leads = (about: About) => Doing | null;

/** The page of the first thing it rests on. */
const first: Leads = ({ sighting, links }) => {
  const found = sighting.recordIds.flatMap((id) => links.get(id) ?? [])[0];
  return found ? { text: `Open “${found.title}”`, href: found.href } : null;
};

/** The form for an entry of that kind. */
const note =
  (kind: string, text: string): Leads =>
  ({ area }) => ({ text, href: href("/areas/:area/evidence/new/:kind", { area, kind }) });

const meeting: Leads = ({ area }) => ({
  text: "Book or note a meeting, a call or a visit",
  href: href("/areas/:area/meetings/new", { area }),
});
const people: Leads = ({ area }) => ({
  text: "Go to the list of people",
  href: href("/areas/:area/people", { area }),
});
const allies: Leads = ({ area }) => ({
  text: "Say on somebody’s page that they are an ally",
  href: href("/areas/:area/people", { area }),
});
const handover: Leads = ({ area }) => ({
  text: "Announce a handover",
  href: href("/areas/:area/handovers/new", { area }),
});
const agreement: Leads = ({ area }) => ({
  text: "Draft an agreement",
  href: href("/areas/:area/agreements/new", { area }),
});
const request: Leads = ({ area }) => ({
  text: "Ask the council for help",
  href: href("/areas/:area/requests/new", { area }),
});
const milestone: Leads = ({ area }) => ({
  text: "Set a milestone",
  href: href("/areas/:area/milestones/new", { area }),
});

/** A step of the first project it rests on. */
const milestoneOfFirst: Leads = (about) => {
  const [project] = about.sighting.recordIds;
  const to = milestone(about);
  return to && project ? { ...to, href: `${to.href}?${new URLSearchParams({ project })}` } : to;
};

/** One way where the action rests on that, else another. */
const where =
  (state: string, then: Leads, otherwise: Leads): Leads =>
  (about) =>
    about.sighting.state?.includes(state) ? then(about) : otherwise(about);

const orElse =
  (lead: Leads, otherwise: Leads): Leads =>
  (about) =>
    lead(about) ?? otherwise(about);

const ending: Leads = (about) =>
  about.sighting.outranks === "mou-expiring" ? agreement(about) : first(about);

const LEADS: Readonly<Record<string, Leads>> = {
  "C1.1": where("no visit", meeting, first),
  "C1.2": orElse(first, note("strength-named", "Name a strength")),
  "C1.3": first,
  "C1.4": where("nobody introduced", note("introduction", "Note an introduction"), people),
  "C2.1": note("briefing-given", "Note a briefing"),
  "C2.2": where("no early win", milestone, first),
  "C2.3": first,
  "C2.4": handover,
  "C2.5": where("none in force", agreement, ending),
  "C3.1": meeting,
  "C3.2": where("not told", first, note("staff-change-notified", "Tell of a change of people")),
  "C3.3": first,
  "C4.1": note("adaptation", "Note what changed"),
  "C4.2": orElse(first, note("insight-offered", "Note what residents know")),
  "C4.3": first,
  "C4.4": first,
  "C4.5": first,
  "C5.1": where("most", note("residents-lead", "Note what residents lead"), first),
  "C5.2": first,
  "C5.3": note("publicity", "Note publicity that credits both"),
  "C5.4": note("residents-lead", "Note what residents lead"),
  "P1.1": request,
  "P1.2": where("no ally", allies, meeting),
  "P1.3": first,
  "P2.1": milestoneOfFirst,
  "P2.2": first,
  "P2.3": note("case-made", "Note the case"),
  "P2.4": meeting,
  "P2.5": meeting,
  "P3.1": meeting,
  "P3.2": meeting,
  "P3.3": meeting,
  "P4.1": note("adaptation", "Note what changed"),
  "P4.2": note("thanks", "Say thanks"),
  "P5.1": note("engagement-event", "Note an event and how people heard of it"),
  "P5.2": people,
  "P5.3": note("community-survey", "Note a survey"),
};

/** Where an action is done; null: nothing that the reader may open. */
export function doingOf(id: string, about: About): Doing | null {
  return LEADS[id]?.(about) ?? null;
}
