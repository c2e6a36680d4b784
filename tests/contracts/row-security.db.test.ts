import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { recordCommitment } from "~/features/commitments/record-commitment.commands.server";
import { recordNote } from "~/features/records/notes.commands.server";
import { toDay } from "~/platform/calendar/day";
import { closeDatabase, inTransaction } from "~/platform/db.server";
import { buildPlace, mustRun, type Place } from "../builders/place";
import { createTestDatabase, type TestDatabase } from "../setup/database";

const TODAY = toDay("2026-10-01");
let db: TestDatabase;
let place: Place;
let owner: Client;

beforeAll(async () => {
  db = await createTestDatabase();
  place = await buildPlace(db, { county: true });
  owner = new Client({ connectionString: db.ownerUrl });
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await closeDatabase();
  await db.drop();
});

describe("the catalogue", () => {
  it("has every table under forced row security, with a policy", async () => {
    const { rows } = await owner.query<{ relname: string }>(
      `SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
       WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p') AND c.relname <> '_prisma_migrations'
         AND (NOT c.relrowsecurity OR NOT c.relforcerowsecurity
              OR NOT EXISTS (SELECT 1 FROM pg_policy p WHERE p.polrelid = c.oid))`,
    );
    expect(rows).toEqual([]);
  });

  it("gives the application role nothing to own", async () => {
    const { rows } = await owner.query(
      `SELECT c.relname FROM pg_class c JOIN pg_roles r ON r.oid = c.relowner
       WHERE r.rolname IN ('common_ground_app', 'common_ground_scorer')`,
    );
    expect(rows).toEqual([]);
  });

  it("has these functions and no others that act with another's rights", async () => {
    const { rows } = await owner.query<{ proname: string }>(
      `SELECT p.proname FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
       WHERE p.prosecdef AND n.nspname IN ('app', 'public') ORDER BY 1`,
    );
    expect(rows.map((row) => row.proname)).toEqual(SECURITY_DEFINERS);
  });
});

/** Each with what it may do beyond its caller: read where an account stands, facts without text, whether it is binned, numbers of what
 * is open, what a takeover or a close says, or refuse.
 */
const SECURITY_DEFINERS = [
  "accept_invitation",
  "answer_erasure",
  "answered_elsewhere",
  "ask_erasure",
  "ask_to_close",
  "built_on",
  "change_own_account",
  "close_account",
  "decide_erasure",
  "end_feeds",
  "end_passkeys",
  "end_tokens",
  "enqueue",
  "enter",
  "enter_link",
  "enter_seat",
  "enter_token",
  "erasure_of",
  "erasures_in",
  "feed_entries",
  "find_check_in_link",
  "find_feed",
  "find_invitation",
  "find_link",
  "find_token",
  "first_admin",
  "forget_import_drafts",
  "forget_study",
  "glass_stands",
  "has_admin",
  "held_by",
  "in_another_bin",
  "in_study",
  "invitation_holds",
  "is_closed",
  "is_live",
  "joined_on",
  "leads",
  "leads_in",
  "leave_alone",
  "led",
  "link_holds",
  "link_person",
  "look_at_file",
  "merge_organisations",
  "merge_people",
  "note_change",
  "note_retention",
  "open_counts",
  "paired",
  "parts_of",
  "person_now",
  "preview_erasure",
  "queue_seen",
  "refuse_two_sides",
  "registered",
  "relationships_of",
  "remove_job",
  "remove_unused_relationship",
  "research_codings",
  "research_units",
  "reset_second_factor",
  "retain",
  "retry_job",
  "scoring_facts",
  "seat_holds",
  "seat_members",
  "seated",
  "send_invitation",
  "stands",
  "studies_in",
  "takeovers",
  "undo_merging",
  "written_since",
];

describe("row security alone, whatever a query forgets to ask", () => {
  it("shows each principal their own records and nobody else's", async () => {
    const { community, councilSide, county, outside, by, admin } = place;
    if (!county) throw new Error("built with a county");
    const promise = await mustRun(
      councilSide.editor,
      recordCommitment,
      { area: "oakfield", bySide: "ours", title: "CANARY of the borough", dueOn: "2026-12-01" },
      by,
    );
    await mustRun(
      councilSide.editor,
      recordNote,
      { id: promise.id, level: "side", text: "CANARY for the side" },
      by,
    );
    await mustRun(
      councilSide.editor,
      recordNote,
      { id: promise.id, level: "personal", text: "CANARY for one" },
      by,
    );
    const seenBy = (userId: string) =>
      inTransaction(`user:${userId}`, TODAY, async (tx) => ({
        records: await tx.record.count(),
        promises: await tx.commitment.count(),
        notes: await tx.note.count(),
        facts: await tx.scoringFact.count(),
      }));
    expect(await seenBy(councilSide.editor.id)).toEqual({ records: 3, promises: 1, notes: 2, facts: 1 });
    expect(await seenBy(councilSide.lead.id)).toEqual({ records: 2, promises: 1, notes: 1, facts: 1 });
    expect(await seenBy(community.lead.id)).toEqual({ records: 1, promises: 1, notes: 0, facts: 1 });
    const nothing = { records: 0, promises: 0, notes: 0, facts: 0 };
    for (const user of [county.users.lead, outside.communityLead, outside.councilLead, admin]) {
      expect(await seenBy(user.id), user.name).toEqual(nothing);
    }
  });

  it("lets nobody write for another side, area or author", async () => {
    const { community, councilSide, area, council, outside } = place;
    const forge = (userId: string, changed: Record<string, unknown>) =>
      inTransaction(`user:${userId}`, TODAY, (tx) =>
        tx.record.createMany({
          data: [
            {
              id: crypto.randomUUID(),
              kind: "commitment",
              areaId: area.id,
              relationshipId: council.relationshipId,
              organisationId: area.partnershipId,
              side: "community",
              authorId: userId,
              level: "shared",
              title: "Forged",
              occurredOn: new Date("2026-10-01"),
              recordedOn: new Date("2026-10-01"),
              recordedAt: new Date("2026-10-01"),
              updatedAt: new Date("2026-10-01"),
              ...changed,
            },
          ],
        }),
      );
    await expect(forge(community.editor.id, {})).resolves.toEqual({ count: 1 });
    for (const [user, changed] of [
      [community.reader, {}],
      [community.editor, { authorId: community.lead.id }],
      [community.editor, { organisationId: council.id }],
      [councilSide.editor, {}],
      [outside.communityLead, {}],
      [community.editor, { areaId: outside.area.id }],
    ] as const) {
      await expect(forge(user.id, changed), JSON.stringify(changed)).rejects.toThrow(/row-level security/);
    }
  });

  it("changes no event and no fact", async () => {
    const { community } = place;
    const write = (statement: string) =>
      inTransaction(`user:${community.lead.id}`, TODAY, (tx) => tx.$executeRawUnsafe(statement));
    await expect(write("UPDATE event SET command = 'x'")).rejects.toThrow(/permission denied/);
    await expect(write("DELETE FROM event")).rejects.toThrow(/permission denied/);
    await expect(write("DELETE FROM scoring_fact")).rejects.toThrow(/permission denied/);
    await expect(write("UPDATE scoring_fact SET body = '{}'")).rejects.toThrow(/superseded/);
  });
});
