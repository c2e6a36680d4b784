import { afterAll, beforeAll, expect, it } from "vitest";
import { reportDone } from "~/features/commitments/commitment-outcomes.commands.server";
import { editCommitment, recordCommitment } from "~/features/commitments/record-commitment.commands.server";
import { attachFile } from "~/features/records/attachments.commands.server";
import { binRecord } from "~/features/records/records.commands.server";
import { askRequest } from "~/features/requests/ask-request.commands.server";
import { closeDatabase } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import { buildPeople } from "../../tests/builders/meeting";
import { buildPlace, type Place } from "../../tests/builders/place";
import { buildPromise } from "../../tests/builders/promise";
import { createTestDatabase, type TestDatabase } from "../../tests/setup/database";
import { runAs } from "./execution.server";
import { logMeetingWithPromises } from "./meetings.commands.server";

let db: TestDatabase;
let place: Place;

beforeAll(async () => {
  db = await createTestDatabase();
  place = await buildPlace(db);
  await buildPeople(place);
});
afterAll(async () => {
  await closeDatabase();
  await db.drop();
});

const promise = () => buildPromise(place.community.editor, { area: "oakfield" }, place.by);
const met = {
  ...{ area: "oakfield", on: "today", how: "in_person", title: "About the park" },
  ...{ theirs: [{ person: "Olu Officer" }], ours: [{ person: "Cass Chair" }] },
};
const file = { level: "shared", name: "plan.txt", type: "text", bytes: 5, sha256: "a".repeat(64) };
const words = { title: "Mend both gates", dueOn: "2027-11-01" };

// What makes something new, and what changes, ends or hangs on something that the first of two has changed by then.
const FORMS = [
  ["a promise", recordCommitment, async () => ({ area: "oakfield", bySide: "ours", ...words })],
  ["a request", askRequest, async () => ({ area: "oakfield", title: "Who mends it?", askedOn: "today" })],
  ["a meeting", logMeetingWithPromises, async () => met],
  ["a promise done", reportDone, async () => ({ id: await promise(), doneOn: "today", note: "Done." })],
  ["a promise changed", editCommitment, async () => ({ id: await promise(), revision: 1, ...words })],
  ["a promise binned", binRecord, async () => ({ id: await promise() })],
  ["a file", attachFile, async () => ({ id: await promise(), ...file })],
] as const;

it.each(FORMS)(
  "%s, sent three times at once, is done once and answered the same",
  async (_, command, form) => {
    const input = await form();
    const key = newId();
    const send = () =>
      runAs(place.community.editor, command as unknown as typeof recordCommitment, input, {
        ...place.by,
        key,
      });
    const [first, ...others] = await Promise.all([send(), send(), send()]);
    expect(first?.status).toBe("done");
    expect(others).toEqual([first, first]);
  },
);
