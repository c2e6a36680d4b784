import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { OPERATIONS } from "~/composition/api/operations.server";

const PROGRAMME = "a programme admin's: no token carries that power (decision 19)";
const PART = "part of another command, which the API has, and never run by itself";
const ITSELF = "the tracker writes it itself, and nobody asks for it";
const ACCOUNT = "of an account: a token makes or ends neither itself nor another";
const IMPORT =
  "somebody looks at what a file would do; a program has the records’ own commands (decision 45)";
const TO_IMPORT = "an import writes it of a line of a file, as part of itself";
const BLIND = "a check-in is people’s: opened, asked about and answered on its pages, by nobody’s program";
const BY_HAND = "what goes out to somebody who asked is read and decided by a person, record by record";
const BY_LOOKING = "somebody looks at what would change first; a program has the kind’s own change";
const LINK = "the tracker writes it of a link, when it is opened or sent";

const SPOKEN = "a side’s yes or no to research: a lead says it, having looked at what is told";
const PEOPLE = "about people and their rights: a person looks and decides, no program";

/** The commands no program reaches, each with why. A new command is in the API, or stands here. */
const BEYOND: Readonly<Record<string, string>> = {
  "agreements.adopt-change": PART,
  "agreements.set-change-aside": PART,
  "areas.add": PROGRAMME,
  "areas.confirm-closing": PROGRAMME,
  "audit.put-back": BY_LOOKING,
  "break-glass.ask": PROGRAMME,
  "break-glass.confirm": PROGRAMME,
  "break-glass.end": PROGRAMME,
  "jobs.remove": PROGRAMME,
  "jobs.retry": PROGRAMME,
  "areas.create": PROGRAMME,
  "areas.create-relationship": PROGRAMME,
  "areas.make-legacy": PROGRAMME,
  "areas.name-steward": PROGRAMME,
  "areas.reopen": PROGRAMME,
  "areas.take-back-takeover": PROGRAMME,
  "areas.take-over": PROGRAMME,
  "areas.tell-takeover": PROGRAMME,
  "check-ins.answer": BLIND,
  "check-ins.call-off": BLIND,
  "check-ins.hand-over": BLIND,
  "check-ins.invite": BLIND,
  "check-ins.open": BLIND,
  "check-ins.release": ITSELF,
  "check-ins.save-draft": BLIND,
  "check-ins.take-back": BLIND,
  "check-ins.uninvite": BLIND,
  "coding.decide": PROGRAMME,
  "coding.propose":
    "a researcher’s, on its page: programs of research read what is published and write nothing",
  "commitments.hand-over": PART,
  "consents.give": SPOKEN,
  "consents.withdraw": SPOKEN,
  "feeds.end": ACCOUNT,
  "feeds.make": ACCOUNT,
  "disclosures.begin": BY_HAND,
  "disclosures.decide": BY_HAND,
  "disclosures.finish": BY_HAND,
  "disclosures.look-again": BY_HAND,
  "disclosures.reopen": BY_HAND,
  "handovers.accept": PART,
  "handovers.announce": PART,
  "handovers.complete": PART,
  "handovers.revise": PART,
  "handovers.withdraw": PART,
  "identity.change-email": ACCOUNT,
  "identity.change-role": PROGRAMME,
  "identity.deactivate": PROGRAMME,
  "identity.end-membership": PROGRAMME,
  "identity.end-single-sign-on": PROGRAMME,
  "identity.give-membership": PROGRAMME,
  "identity.invite": PROGRAMME,
  "identity.invite-anyone": PROGRAMME,
  "identity.link-person": ACCOUNT,
  "identity.make-token": ACCOUNT,
  "identity.open-account": PROGRAMME,
  "identity.reactivate": PROGRAMME,
  "identity.rename": ACCOUNT,
  "identity.resend-invitation": PROGRAMME,
  "identity.reset-second-factor": PROGRAMME,
  "identity.revoke-token": ACCOUNT,
  "identity.set-single-sign-on": PROGRAMME,
  "identity.withdraw-invitation": PROGRAMME,
  "imports.areas": IMPORT,
  "imports.contacts": IMPORT,
  "imports.councils": IMPORT,
  "imports.look": IMPORT,
  "imports.meetings": IMPORT,
  "imports.people": IMPORT,
  "imports.revert": IMPORT,
  "imports.revert-meetings": IMPORT,
  "links.opened": LINK,
  "links.send": LINK,
  "meetings.drop-with-series": PART,
  "meetings.edit": PART,
  "meetings.hold": PART,
  "meetings.log": PART,
  "meetings.note-actions": PART,
  "meetings.note-cancelled": TO_IMPORT,
  "meetings.record-cancelled": TO_IMPORT,
  "milestones.hand-over": PART,
  "organisations.create": PROGRAMME,
  "organisations.merge": PROGRAMME,
  "organisations.set-successor": PROGRAMME,
  "organisations.tell-apart": PROGRAMME,
  "organisations.undo-merge": PROGRAMME,
  "projects.hand-over": PART,
  "proposals.put-change": PART,
  "records.opened": ITSELF,
  "releases.publish": ITSELF,
  "requests.hand-over": PART,
  "rights.answer-erasure": PEOPLE,
  "rights.ask-erasure": PEOPLE,
  "rights.ask-own-erasure": ACCOUNT,
  "rights.decide-erasure": PROGRAMME,
  "rights.leave-alone": PEOPLE,
  "rights.look-at-file": PEOPLE,
  "studies.add-member": PROGRAMME,
  "studies.end": PROGRAMME,
  "studies.open": PROGRAMME,
  "studies.remove-member": PROGRAMME,
};

const texts = readdirSync("app", { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".server.ts"))
  .map((file) => ({ file, text: readFileSync(`app/${file}`, "utf8") }));

/** Every command there is, with its name in code: each is declared in a file of commands. */
function declared(): { id: string; name: string }[] {
  return texts.flatMap(({ file, text }) => {
    if (!file.endsWith(".commands.server.ts")) return [];
    const found = [...text.matchAll(/(\w+) = command\(\{\s*id: "([^"]+)"/g)];
    expect([file, found.length]).toEqual([file, text.match(/\bcommand\(\{/g)?.length ?? 0]);
    return found.map(([, name = "", id = ""]) => ({ id, name }));
  });
}

describe("the reach of the API", () => {
  const reached = new Set(
    OPERATIONS.flatMap((operation) => {
      if ("sent" in operation) return [operation.sent.write.commandId];
      return "commandId" in operation ? [operation.commandId] : [];
    }),
  );
  const commands = declared();
  const all = commands.map(({ id }) => id);

  it("finds the commands there are", () => {
    expect(new Set(all).size).toBe(all.length);
    expect(all.length).toBeGreaterThan(200);
    expect([...reached].filter((id) => !all.includes(id))).toEqual([]);
  });

  it("is every command, but those with a reason why not", () => {
    expect(all.filter((id) => !reached.has(id) && !BEYOND[id])).toEqual([]);
  });

  it("gives no reason for what it reaches, or what is not there", () => {
    expect(Object.keys(BEYOND).filter((id) => reached.has(id) || !all.includes(id))).toEqual([]);
  });

  it("calls a part of another command what one does call", () => {
    const isCalled = (name: string) =>
      texts.some(({ text }) => new RegExp(`call\\(\\s*${name}\\b`).test(text));
    const parts = commands.filter(({ id }) => BEYOND[id] === PART || BEYOND[id] === TO_IMPORT);
    expect(parts.filter(({ name }) => !isCalled(name))).toEqual([]);
  });
});
