import { parseWithZod } from "@conform-to/zod/v4";
import { renderToStaticMarkup } from "react-dom/server";
import { createRoutesStub } from "react-router";
import { describe, expect, it } from "vitest";
import type { Day } from "~/platform/calendar/day";
import { danglingParts } from "~/ui/markup-checks";
import { takeOver } from "../take-over.commands.server";
import { TakeoverForm } from "./takeover-form";

const id = (digit: number) => `00000000-0000-7000-8000-00000000000${digit}`;
const [TIE, AREA, SUCCESSOR, MEMBER, PREDECESSOR] = [1, 2, 3, 4, 5].map(id) as [
  string,
  string,
  string,
  string,
  string,
];

const props = {
  ties: [
    {
      id: TIE,
      areaId: AREA,
      area: "Oakfield",
      startsOn: null,
      endsOn: null,
      takenOverBy: null,
      open: { promises: 2 },
    },
  ],
  members: [{ id: MEMBER, name: "Olu Officer", role: "lead", areaId: null, area: null }],
  successors: [{ id: SUCCESSOR, name: "New Council", on: "2027-04-01" as Day }],
  answer: undefined,
  formKey: undefined,
};

function rendered(changes: Partial<typeof props> = {}): string {
  const Stub = createRoutesStub([{ path: "/", Component: () => <TakeoverForm {...props} {...changes} /> }]);
  return renderToStaticMarkup(<Stub />);
}

/** What a browser would send of it: each control's name and its value. */
function sentBy(html: string): FormData {
  const form = new FormData();
  for (const [, name = "", value = ""] of html.matchAll(
    /<input type="hidden" name="([^"]+)" value="([^"]*)"/g,
  ))
    form.set(name, value);
  for (const [, name = "", rest = ""] of html.matchAll(/<select[^>]* name="([^"]+)"[^>]*>(.*?)<\/select>/g))
    form.set(name, /<option value="([^"]*)" selected/.exec(rest)?.[1] ?? "");
  form.delete("intent");
  form.set("predecessorId", PREDECESSOR);
  return form;
}

describe("the form of a takeover", () => {
  it("says what follows in each area, in numbers", () => {
    expect(rendered()).toContain("Who takes over in Oakfield");
    expect(rendered()).toContain("What follows: 2 open promises.");
    expect(danglingParts(rendered())).toEqual([]);
  });

  it("sends what its command takes: with one successor, ready to send", () => {
    const parsed = parseWithZod(sentBy(rendered()), { schema: takeOver.input });
    expect(parsed.status === "success" ? parsed.value : parsed.error).toEqual({
      predecessorId: PREDECESSOR,
      ties: [{ id: TIE, successorId: SUCCESSOR }],
      members: [{ id: MEMBER, to: SUCCESSOR }],
    });
  });

  it("decides nothing where there are several: both choices are asked beside their fields", () => {
    const several = [...props.successors, { id: AREA, name: "Other Council", on: "2027-04-01" as Day }];
    const parsed = parseWithZod(sentBy(rendered({ successors: several })), { schema: takeOver.input });
    expect(parsed.status === "error" ? parsed.error : null).toEqual({
      "ties[0].successorId": ["Choose which council takes over here"],
      "members[0].to": ["Choose what becomes of this account"],
    });
  });
});
