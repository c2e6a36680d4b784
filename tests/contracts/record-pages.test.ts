import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { RECORD_KINDS, type RecordKind } from "~/features/records/record";
import { leaves } from "../builders/fixtures-asking.ts";
import { eachNode, syntaxOf } from "./checks/tree.ts";

/** What every kind of record has, and the file that its page draws it with, by itself or by what it is made of. */
const PARTS = {
  filter: "app/ui/filter-form.tsx",
  print: "app/ui/print-button.tsx",
  history: "app/features/records/components/record-history.tsx",
} as const;

type Pages = {
  list: string;
  new: string;
  show: string;
  /** What of it is drawn elsewhere, or is not there, with the file or the reason. */
  but?: Readonly<Record<string, string>>;
};

const A = "/areas/:area";
const at = (folder: string, more: Partial<Pages> = {}): Pages => ({
  list: `${A}/${folder}`,
  new: `${A}/${folder}/new`,
  show: `${A}/${folder}/:id`,
  ...more,
});

/** Where the pages of each kind are. */
const KINDS: Record<RecordKind, Pages> = {
  meeting: at("meetings"),
  // A handful: each with its meetings, which the list of meetings narrows to.
  "meeting-series": at("meetings/series", {
    new: `${A}/meetings/series`,
    but: { "list filter": "a handful, all on one page" },
  }),
  commitment: at("commitments"),
  request: at("requests"),
  project: at("projects"),
  milestone: at("milestones"),
  rhythm: {
    list: `${A}/relationship`,
    new: `${A}/relationship`,
    show: `${A}/relationship`,
    but: { "list filter": "one is in force for each council, and the page is that council’s" },
  },
  mou: at("agreements"),
  proposal: at("proposals"),
  handover: at("handovers"),
  evidence: at("evidence", { new: `${A}/evidence/new/:kind` }),
  aim: at("aims"),
  // A note stands on the page of what it is about, and is listed with everything else.
  note: {
    list: `${A}/timeline`,
    new: `${A}/requests/:id`,
    show: `${A}/requests/:id`,
  },
};

/** What is listed like a record and is none: its history is told in a way of its own. */
const OTHERS: Record<string, Pages> = {
  people: at("people", { but: { history: "app/features/people/components/person-details.tsx" } }),
  "check-ins": at("check-ins", {
    but: { history: "app/features/check-ins/components/results-over-time.tsx", "history of": "list" },
  }),
};

/** Every component a page is made of, itself first. */
function madeOf(file: string, known = new Set<string>()): Set<string> {
  if (known.has(file)) return known;
  known.add(file);
  eachNode(syntaxOf(".", file), (node) => {
    if (!ts.isImportDeclaration(node) || !ts.isStringLiteral(node.moduleSpecifier)) return;
    const from = node.moduleSpecifier.text.replace(/\.tsx$/, "");
    const path = from.startsWith("~/")
      ? from.replace("~/", "app/")
      : from.startsWith(".")
        ? join(dirname(file), from)
        : null;
    if (path && existsSync(`${path}.tsx`)) madeOf(`${path}.tsx`, known);
  });
  return known;
}

const all = { ...KINDS, ...OTHERS };
const rows = Object.entries(all).flatMap(([kind, pages]) =>
  (
    [
      ["list", "filter"],
      ["list", "print"],
      ["show", "print"],
      ["show", "history"],
    ] as const
  ).map(([page, part]) => ({ kind, page, part, pages })),
);

describe("the pages of a kind of record", () => {
  it("are there for every kind", async () => {
    expect(Object.keys(KINDS)).toEqual([...RECORD_KINDS]);
    const addresses = (await leaves()).map(({ address }) => address);
    const wanted = Object.values(all).flatMap((pages) => [pages.list, pages.new, pages.show]);
    expect(wanted.filter((address) => !addresses.includes(address))).toEqual([]);
  });

  it.each(rows)("$kind: its $page has $part", async ({ page, part, pages }) => {
    const why = pages.but?.[`${page} ${part}`];
    const where = part === "history" && pages.but?.["history of"] === "list" ? "list" : page;
    const leaf = (await leaves()).find(({ address }) => address === pages[where]);
    const drawn = pages.but?.[part] ?? PARTS[part];
    const has = madeOf(`app/${leaf?.id}.tsx`).has(drawn);
    // What is said not to be there is not: a reason that no longer holds goes.
    expect(has).toBe(why === undefined);
  });
});
