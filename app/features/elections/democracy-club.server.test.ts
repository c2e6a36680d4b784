import { existsSync, readFileSync } from "node:fs";
import { HttpResponse, http } from "msw";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { toDay } from "~/platform/calendar/day";
import { getLog } from "~/platform/log.server";
import { electionList } from "../../../tests/fakes/bodies";
import { outsideFakes } from "../../../tests/fakes/outside";
import { stoppedClock } from "../../../tests/setup/clock";
import { network } from "../../../tests/setup/network";
import { ownDatabase } from "../../../tests/setup/own-database";
import { electionsQuestion, findUpcoming } from "./democracy-club.server";
import { proposalsIn } from "./upcoming";

const real = new URL(
  "../../../../shared/data/http/democracyclub_test_data/elections_endpoint/",
  import.meta.url,
);
const { schema } = electionsQuestion("ADU", toDay("2016-01-01"));
const bodyOf = (file: string) => JSON.parse(readFileSync(new URL(file, real), "utf8"));
const clock = stoppedClock();
ownDatabase();
beforeEach(() => network.use(...outsideFakes));

describe("a council’s elections to come", () => {
  it("are those Democracy Club lists, asked for once a day", async () => {
    const found = await findUpcoming("XWBC", clock);
    expect(found).toEqual({
      askedOn: "2026-10-01",
      proposals: [
        { kind: "by_election", pollOn: "2026-12-03", listedAs: "local.wexcombe.mill.by.2026-12-03" },
        { kind: "local", pollOn: "2027-05-06", listedAs: "local.wexcombe.2027-05-06" },
      ],
    });
    network.use(http.get("https://elections.democracyclub.org.uk/*", () => HttpResponse.error()));
    expect(await findUpcoming("XWBC", clock)).toEqual(found);
  });

  it("are none where none is listed", async () => {
    expect(await findUpcoming("NONE", clock)).toEqual({ askedOn: "2026-10-01", proposals: [] });
  });

  it("are to be added by hand while it is away", async () => {
    vi.spyOn(getLog(), "warn").mockImplementation(() => undefined);
    network.use(
      http.get("https://elections.democracyclub.org.uk/*", () => HttpResponse.text("", { status: 502 })),
    );
    expect(await findUpcoming("XSAL", clock)).toEqual({ away: "away" });
  });

  it("are asked for by the council’s code and the day alone", () => {
    const { path, key } = electionsQuestion("ADU", toDay("2026-10-01"));
    expect(key).toBe("elections:ADU");
    expect(path).toBe(
      "/api/elections/?organisation_type=local-authority&organisation_identifier=ADU&poll_open_date__gte=2026-10-01&limit=300",
    );
  });
});

describe("Democracy Club’s answers", () => {
  const accepts = (body: unknown) => schema.safeParse({ status: 200, body }).success;

  it.skipIf(!existsSync(real))(
    "are accepted as they were (skipped where the real bodies are not here)",
    () => {
      for (const file of ["ee.json", "expected_output.json"]) {
        const told = schema.parse({ status: 200, body: bodyOf(`test_every_election_list/${file}`) });
        const all = proposalsIn(told.body.results, "ADU", toDay("2016-01-01"));
        expect(all, file).toEqual([
          { kind: "local", pollOn: "2016-05-05", listedAs: "local.adur.2016-05-05" },
        ]);
        const single = bodyOf(`test_every_election_single/${file}`);
        const one = schema.parse({ status: 200, body: electionList([single]) });
        expect(proposalsIn(one.body.results, "CRF", toDay("2019-01-01")), file).toEqual([
          { kind: "by_election", pollOn: "2019-02-21", listedAs: "local.cardiff.ely.by.2019-02-21" },
        ]);
      }
    },
  );

  it.each<[string, unknown]>([
    ["a list alone", []],
    ["no count", { results: [] }],
    ["an election without a day", electionList([{ election_id: "local.adur.2027-05-06" }])],
    [
      "a day that is none",
      electionList([
        { election_id: "local.x", poll_open_date: "2027-02-30", election_type: { election_type: "local" } },
      ]),
    ],
    [
      "an id with a tag in it",
      electionList([
        { election_id: "<b>", poll_open_date: "2027-05-06", election_type: { election_type: "local" } },
      ]),
    ],
    ["more than was asked for", electionList(Array.from({ length: 301 }, () => ({})))],
  ])("are refused with %s", (_, body) => {
    expect(accepts(body)).toBe(false);
  });
});
