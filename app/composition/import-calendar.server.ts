import { getAreaFrame } from "~/features/areas/areas.queries.server";
import type { AreaActor } from "~/features/identity/actor";
import { findInvitees } from "~/features/imports/contacts.queries.server";
import type { Draft } from "~/features/imports/drafts.queries.server";
import { toPreview } from "~/features/imports/import-view";
import { readMeetings } from "~/features/imports/meetings-file";
import { planMeetingRows } from "~/features/imports/meetings-import.queries.server";
import { MOST_ASKED } from "~/features/imports/meetings-plan";
import { HOW_WORDS, MEETING_HOWS, type MeetingHow } from "~/features/meetings/meeting";
import { audienceWords } from "~/features/records/record";
import type { Day } from "~/platform/calendar/day";
import type { Tx } from "~/platform/db.server";
import { notFound } from "./request.server";

/** What is asked beside a calendar: which council it is about where there is a choice, and how one usually meets. */
export async function calendarForm(tx: Tx, actor: AreaActor) {
  const { councils } = await getAreaFrame(tx, actor);
  const names = councils.map(({ name }) => name);
  return {
    councils: councilChoices(actor, councils),
    hows: MEETING_HOWS.map((value) => ({ value, label: HOW_WORDS[value] })),
    audience:
      actor.side === "community" && names.length > 1
        ? "The partnership and the council you choose will both see these meetings."
        : audienceWords("shared", actor, names).replace("see this", "see these meetings"),
  };
}

function councilChoices(actor: AreaActor, councils: readonly { slug: string; name: string }[]) {
  if (actor.side === "council" || councils.length < 2) return [];
  const each = councils.map(({ slug, name }) => ({ value: slug, label: name }));
  return [...each, { value: "all", label: "All of them" }];
}

/** What was asked beside the file, with what is wrong with it. */
export async function calendarAsked(tx: Tx, actor: AreaActor, form: FormData) {
  const { councils } = await calendarForm(tx, actor);
  const council = String(form.get("council") ?? "");
  const how = String(form.get("how") ?? "");
  const errors: Record<string, string[]> = {};
  if (councils.length > 0 && !councils.some(({ value }) => value === council))
    errors.council = ["Choose which council these meetings are with"];
  if (!MEETING_HOWS.some((one) => one === how)) errors.how = ["Choose how you usually meet"];
  return { options: { council, how }, errors };
}

/** What a calendar that was kept would do, with whom to choose from for meetings that have been. */
export async function previewCalendar(tx: Tx, actor: AreaActor, draft: Draft, today: Day) {
  const rows = readMeetings(draft.bytes, today);
  if (!rows.ok) return notFound();
  const plan = await planMeetingRows(tx, actor, rows.value, today);
  const preview = toPreview(draft.fileName, plan, [...rows.notices, ...plan.notices]);
  const people = preview.asked.length === 0 ? [] : await findInvitees(tx, actor);
  return { preview, people: people.map(({ personId: id, name, side }) => ({ id, name, side })) };
}

/** The input of the command that imports it: the file as it was kept, and what the page asked. */
export function calendarInput(area: string, draft: Draft, form: FormData, today: Day) {
  const rows = readMeetings(draft.bytes, today);
  if (!rows.ok) return notFound();
  const { id, fileName, sha256, options } = draft;
  const asked = Math.min(MOST_ASKED, Math.max(0, Number(form.get("askedCount")) || 0));
  return {
    ...{ area, draft: id, fileName, sha256, rows: rows.value, askedCount: asked },
    ...(options.council ? { council: options.council } : {}),
    how: (options.how ?? "in_person") as MeetingHow,
    asked: Array.from({ length: asked }, (_, at) => {
      const text = (name: string) => String(form.get(`asked[${at}].${name}`) ?? "");
      return { became: text("became") || "leave", council: text("council"), community: text("community") };
    }),
  };
}
