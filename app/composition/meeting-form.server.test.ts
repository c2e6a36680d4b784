import { parseWithZod } from "@conform-to/zod/v4";
import { describe, expect, it } from "vitest";
import { typedForm } from "~/features/meetings/components/typed-form";
import { repeatedForm } from "./meeting-form.server";
import { logMeetingWithPromises } from "./meetings.commands.server";

const SENT = {
  intent: "save",
  idempotencyKey: "01a200f8-9321-7167-92fc-525c3b624246",
  "on.quick": "other",
  "on.day": "3",
  "on.month": "oct",
  "on.year": "26",
  how: "in_person",
  title: "The park",
  "theirs[0].person": "Olu Officer",
  "theirs[0].personId": "",
  "theirs[0].capacity": "",
  "theirs[1].person": "",
  "theirs[1].capacity": "",
  "ours[0].person": "Cass Chair",
  "promises[0].text": "Mend the gate",
  "promises[0].by": "ours",
  "promises[0].due.day": "1",
  "promises[0].due.month": "11",
  "promises[0].due.year": "2026",
  "promises[1].text": "",
  "promises[1].by": "",
  "promises[1].due.day": "",
  "decisions[0].text": "",
  "decisions[0].how": "consensus",
  "decisions[0].residentsFor": "",
  "missing[0].person": "",
  "missing[0].attendance": "apologies",
  startsAt: "",
  durationMinutes: "",
  wentWell: "",
  formal: "on",
};

function form(more: [string, string][] = []): FormData {
  const data = new FormData();
  for (const [name, value] of [...Object.entries(SENT), ...more]) data.append(name, value);
  return data;
}

function again(button: string) {
  const answer = repeatedForm(form([["intent", button]]));
  return answer && typedForm("f", answer.data, {});
}

describe("a page without script", () => {
  it("gets one more group, with everything typed still there, and saves nothing", () => {
    const seen = again("add:theirs");
    expect(seen?.rows("theirs", 1)).toEqual([0, 1, 2]);
    expect(seen?.text("theirs[0].person")).toBe("Olu Officer");
    expect(seen?.text("promises[0].text")).toBe("Mend the gate");
    expect(seen?.day("promises[0].due").value).toMatchObject({ day: "1", month: "11", year: "2026" });
    expect(seen?.tick("formal").checked).toBe(true);
    expect(seen?.problems).toEqual([]);
  });

  it("takes out the one that was meant", () => {
    const seen = again("remove:theirs:0");
    expect(seen?.rows("theirs", 1)).toEqual([0]);
    expect(seen?.text("theirs[0].person")).toBe("");
    expect(seen?.text("ours[0].person")).toBe("Cass Chair");
  });

  it("knows which form of the page it was", () => {
    expect(repeatedForm(form([["intent", "add:promises"]]))?.data.intent).toBe("save");
  });

  it.each(["save", "", "add:area", "remove:title:0", "add"])("is not asked for a group by %j", (intent) => {
    expect(again(intent)).toBeNull();
  });
});

it("the form as a browser sends it is what the command takes: empty is nothing", () => {
  const data = form();
  data.delete("intent");
  data.delete("idempotencyKey");
  data.set("area", "oakfield");
  const parsed = parseWithZod(data, { schema: logMeetingWithPromises.input });
  if (parsed.status !== "success") throw new Error(JSON.stringify(parsed.error));
  expect(parsed.value).toMatchObject({
    on: "2026-10-03",
    formal: true,
    startsAt: null,
    durationMinutes: null,
    wentWell: null,
    tone: null,
    theirs: [{ person: "Olu Officer" }, { person: null }],
    promises: [
      { text: "Mend the gate", by: "ours", due: "2026-11-01" },
      { text: null, by: null, due: null },
    ],
    decisions: [{ text: null, how: "consensus", residentsFor: null }],
    nobodyTheirs: false,
  });
});
