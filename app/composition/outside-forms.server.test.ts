import { HttpResponse, http } from "msw";
import { Client } from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { addElection } from "~/features/elections/elections.commands.server";
import { LOOK_UP_WORDS } from "~/features/elections/look-up";
import { newSetupCode } from "~/features/identity/setup-code.server";
import { createOrganisation } from "~/features/organisations/organisations.commands.server";
import { POSTCODE_WORDS } from "~/features/organisations/postcode";
import { closeDatabase } from "~/platform/db.server";
import { getLog } from "~/platform/log.server";
import { buildPlace, mustRun, type Place } from "../../tests/builders/place";
import { statusOf } from "../../tests/builders/reading";
import { answerOf, answerTo, sentForm } from "../../tests/builders/sent-form";
import { outsideFakes } from "../../tests/fakes/outside";
import { stoppedClock } from "../../tests/setup/clock";
import { createTestDatabase, type TestDatabase, testServer, withDatabase } from "../../tests/setup/database";
import { network } from "../../tests/setup/network";
import { addArea } from "./add-area.commands.server";
import { handleElectionIntent } from "./election-intents.server";
import { asksForCouncils, fillByPostcode } from "./find-councils.server";
import { fillSetup } from "./setup.server";

let db: TestDatabase;
let place: Place;
let watcher: Client;
let wexcombe: string;
const clock = stoppedClock();
const by = { clock };

beforeAll(async () => {
  db = await createTestDatabase();
  place = await buildPlace(db, { clock });
  const council = { kinds: ["council" as const], tier: "district" as const };
  const named = { name: "Wexcombe Borough Council", gssCode: "E07999901", code: "XWBC" };
  wexcombe = (await mustRun(place.admin, createOrganisation, { ...council, ...named }, by)).id;
  const ended = { name: "Old Wexcombe", gssCode: "E07999901", endsOn: "2026-04-01" };
  await mustRun(place.admin, createOrganisation, { ...council, ...ended }, by);
  watcher = new Client({ connectionString: withDatabase(testServer().adminUrl, db.name) });
  await watcher.connect();
});
afterAll(async () => {
  await watcher.end();
  await closeDatabase();
  await db.drop();
});
beforeEach(() => network.use(...outsideFakes));

/** Transactions that are open while a service outside is asked. */
async function openTransactions(): Promise<number> {
  const { rows } = await watcher.query(
    "select from pg_stat_activity where datname = $1 and pid <> pg_backend_pid() and xact_start is not null",
    [db.name],
  );
  return rows.length;
}

describe("a form filled in by its postcode", () => {
  const find = (postcode: string, typed: Record<string, string> = {}) => {
    const form = sentForm({ intent: "add", name: "Mill End", ...typed, postcode, find: "councils" });
    const fill = ({ inRegister, region }: { inRegister: { id: string }[]; region: string | null }) => ({
      councilId: inRegister[0]?.id,
      region,
    });
    return answerTo(place.admin, clock, (context) => fillByPostcode(context, form, fill));
  };

  it("keeps what was typed, chooses councils by their codes and says what is not there", async () => {
    const { status, data } = await find("zz1 1aa", { councilId: "", region: "Elsewhere" });
    expect(status).toBe(200);
    expect(data).toMatchObject({
      intent: "add",
      lastResult: {
        initialValue: {
          name: "Mill End",
          postcode: "zz1 1aa",
          councilId: wexcombe,
          region: "North West",
        },
      },
      filled: {
        said: "postcodes.io said on 1 October 2026: Wexcombe and Fernshire. Fernshire (E10999901) is not in the register yet: add that under Organisations, with the code.",
      },
    });
  });

  it.each([
    ["nonsense", "here", POSTCODE_WORDS.form],
    ["Scotland", "ZZ1 3AA", POSTCODE_WORDS.nation("Scotland")],
  ])("says what is wrong beside the field: %s", async (_, postcode, problem) => {
    const { status, data } = await find(postcode);
    expect(status).toBe(400);
    expect(data).toMatchObject({
      lastResult: { error: { postcode: [problem] }, initialValue: { name: "Mill End", postcode } },
      filled: null,
    });
  });

  it("asks while no transaction is open", async () => {
    let open = -1;
    network.use(
      http.get("https://api.postcodes.io/*", async () => {
        open = await openTransactions();
        return HttpResponse.error();
      }),
    );
    vi.spyOn(getLog(), "warn").mockImplementation(() => undefined);
    expect(await find("ZZ1 8AA")).toMatchObject({
      data: { lastResult: { error: { postcode: [POSTCODE_WORDS.away] } } },
    });
    expect(open).toBe(0);
  });

  it("takes the postcode no further when the form is sent", () => {
    const form = sentForm({ name: "Mill End", postcode: "ZZ1 1AA" });
    expect(asksForCouncils(form)).toBe(false);
    expect([...form.keys()]).toEqual(["name"]);
  });
});

describe("an area added with its councils", () => {
  const county = () => place.outside.council.id;
  const add = (more: object, user = place.admin) => statusOf(user, addArea, { name: "New End", ...more }, by);

  it("is connected with both, or with none", async () => {
    expect(await add({ councilId: wexcombe, secondCouncilId: county(), region: "North West" })).toBe("done");
    expect(await add({})).toBe("done");
    const { rows } = await watcher.query(
      "select a.region, array_agg(r.council_id::text order by r.id) filter (where r.id is not null) as councils from area a left join relationship r on r.area_id = a.id where a.name = 'New End' group by a.id order by a.id",
    );
    expect(rows).toEqual([
      { region: "North West", councils: [wexcombe, county()] },
      { region: null, councils: null },
    ]);
  });

  it("is refused with one council twice, with what is none, and for who is no admin", async () => {
    expect(await add({ councilId: wexcombe, secondCouncilId: wexcombe })).toBe("invalid");
    expect(await add({ councilId: place.area.partnershipId })).toBe("invalid");
    expect(await add({ councilId: wexcombe }, place.councilSide.lead)).toBe("forbidden");
    const { rows } = await watcher.query("select from area where name = 'New End'");
    expect(rows).toHaveLength(2);
  });
});

describe("the setup page filled in by its postcode", () => {
  const find = (code: string, postcode = "ZZ1 1AA") =>
    answerOf(fillSetup(sentForm({ code, postcode, password: "correct horse", area: "Mill End" }), clock));

  it("asks nobody without the code", async () => {
    newSetupCode();
    network.use(http.get("https://api.postcodes.io/*", () => expect.fail("asked")));
    expect(await find("0000-0000")).toMatchObject({
      status: 400,
      data: { lastResult: { error: { code: [expect.stringContaining("not the code")] } } },
    });
  });

  it("writes the council, its kind and its code, and gives no password back", async () => {
    const { data } = await find(newSetupCode());
    expect(data).toMatchObject({
      lastResult: {
        initialValue: {
          area: "Mill End",
          council: "Wexcombe",
          tier: "district",
          gssCode: "E07999901",
          region: "North West",
        },
      },
      filled: { said: expect.stringContaining("Fernshire works there too") },
    });
    expect(JSON.stringify(data)).not.toContain("horse");
  });
});

describe("elections looked up", () => {
  const lookUp = (user: Place["admin"], councilId: string | null) => {
    const form = sentForm({ intent: "look-up", ...(councilId === null ? {} : { councilId }) });
    return answerTo(user, clock, (context) => handleElectionIntent(context, form, {}, "/elections"));
  };

  it("are shown with where they come from, and nothing is written", async () => {
    await mustRun(place.admin, addElection, { councilId: wexcombe, kind: "local", pollOn: "2027-05-06" }, by);
    const { status, data } = await lookUp(place.admin, wexcombe);
    expect(status).toBe(200);
    expect(data).toMatchObject({
      lookedUp: {
        council: "Wexcombe Borough Council",
        askedOn: "2026-10-01",
        proposals: [
          {
            kind: "by_election",
            pollOn: "2026-12-03",
            onList: false,
            source: "Democracy Club on 1 October 2026: local.wexcombe.mill.by.2026-12-03",
          },
          { kind: "local", pollOn: "2027-05-06", onList: true },
        ],
      },
    });
    const { rows } = await watcher.query("select poll_on::text, source from election");
    expect(rows).toEqual([{ poll_on: "2027-05-06", source: null }]);
  });

  it("can be added as they are shown", async () => {
    const { data } = await lookUp(place.admin, wexcombe);
    const [first] = (data as { lookedUp: { proposals: Record<string, string>[] } }).lookedUp.proposals;
    const { kind = "", pollOn = "", source = "" } = first ?? {};
    const form = sentForm({ intent: "add", councilId: wexcombe, kind, pollOn, source });
    const added = await answerTo(place.admin, clock, (context) =>
      handleElectionIntent(context, form, {}, "/admin/elections"),
    );
    expect(added).toEqual({ status: 302, data: "/admin/elections" });
    expect(await lookUp(place.admin, wexcombe)).toMatchObject({
      data: { lookedUp: { proposals: [{ onList: true }, { onList: true }] } },
    });
  });

  it.each([
    ["no council chosen", () => null, { councilId: ["Choose the council"] }],
    ["a council without a code", () => place.council.id, { "": [LOOK_UP_WORDS.noCode] }],
  ])("are not, with %s", async (_, council, error) => {
    expect(await lookUp(place.admin, council())).toMatchObject({
      status: 400,
      data: { lastResult: { error } },
    });
  });

  it("are added by hand while Democracy Club is away", async () => {
    let open = -1;
    network.use(
      http.get("https://elections.democracyclub.org.uk/*", async () => {
        open = await openTransactions();
        return HttpResponse.json({}, { status: 500 });
      }),
    );
    vi.spyOn(getLog(), "warn").mockImplementation(() => undefined);
    clock.passDays(2);
    const coded = { name: "Ash", kinds: ["council" as const], code: "XASH" };
    const ash = await mustRun(place.admin, createOrganisation, coded, by);
    expect(await lookUp(place.admin, ash.id)).toMatchObject({
      status: 400,
      data: { lastResult: { error: { "": [LOOK_UP_WORDS.away] } } },
    });
    expect(open).toBe(0);
  });

  it.each([
    ["its editor", () => place.councilSide.editor, 400],
    ["its reader", () => place.councilSide.reader, 403],
    ["the community’s lead", () => place.community.lead, 403],
  ])("by %s: %s", async (_, user, status) => {
    expect((await lookUp(user(), place.council.id)).status).toBe(status);
  });
});
