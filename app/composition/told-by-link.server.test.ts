import { beforeEach, describe, expect, it } from "vitest";
import { createRelationship } from "~/features/areas/areas.commands.server";
import { findCommitment } from "~/features/commitments/commitment-page.queries.server";
import { newToken } from "~/features/links/link-token.server";
import { createOrganisation } from "~/features/organisations/organisations.commands.server";
import { todayBy } from "~/platform/clock";
import { buildPost } from "../../tests/builders/leaver";
import { askAhead, buildLink, openLink, openLinkSignedIn } from "../../tests/builders/link";
import { mustRun, type Place } from "../../tests/builders/place";
import { buildDonePromise } from "../../tests/builders/promise";
import { readAs } from "../../tests/builders/reading";
import { stoppedClock, testInstant } from "../../tests/setup/clock";
import { withPlace } from "../../tests/setup/with-place";
import { markSent, prepareLink } from "./link-mail.server";
import { makeLink } from "./links.commands.server";

// Nothing is handed to it here: only whether a mail server is named decides what a link can be.
process.env.SMTP_URL = "smtp://127.0.0.1:1";

const clock = stoppedClock();
const by = { clock };
let place: Place;
let quiet: { id: string; slug: string };
let contact: string;

// A council with nobody who has an account, and one person whose address is known.
withPlace({ clock }, async (built) => {
  place = built;
  const named = {
    name: "Quiet Council",
    shortName: "Quiet",
    kinds: ["council" as const],
    tier: "district" as const,
  };
  quiet = await mustRun(place.admin, createOrganisation, named, by);
  const relationship = { areaId: place.area.id, councilId: quiet.id, startsOn: "2020-01-01" };
  await mustRun(place.admin, createRelationship, relationship, by);
  const post = { name: "Quinn Quiet", email: "quinn@test.example", organisation: quiet.slug };
  contact = (await buildPost(place, place.community.lead, post)).id;
});
beforeEach(() => clock.set(testInstant));

const author = () => place.community.editor;
const done = () => buildDonePromise(author(), { area: place.area.slug, council: quiet.slug }, by);
const state = (id: string) =>
  readAs(author(), place.area.slug, clock, async (tx, actor) => {
    const found = await findCommitment(tx, actor, id, todayBy(clock));
    return [found?.state, found?.flags, found?.lapsesOn];
  });

describe("a promise whose other side has no account", () => {
  it("does not stand on own word for a link that was made and that nobody opened", async () => {
    const id = await done();
    await buildLink(author(), { id, personId: contact }, by);
    clock.passDays(100);
    expect(await state(id)).toEqual(["done", [], null]);
  });

  it("stands on own word after 28 days where a link for it was opened within them", async () => {
    const id = await done();
    const { token } = await buildLink(author(), { id, personId: contact }, by);
    clock.passDays(10);
    await openLink(token, clock);
    expect(await state(id)).toEqual(["done", [], "2026-10-29"]);
    clock.passDays(17);
    expect(await state(id)).toEqual(["done", [], "2026-10-29"]);
    clock.passDays(1);
    expect(await state(id)).toEqual(["kept", ["own-word"], null]);
  });

  it("does not where whoever made the link opened it, or a program asked ahead", async () => {
    const id = await done();
    const { token } = await buildLink(author(), { id, personId: contact }, by);
    expect(await openLinkSignedIn(token, author(), clock)).toMatchObject({ state: "open" });
    await askAhead(token, clock, { method: "HEAD" });
    await askAhead(token, clock, { headers: { "Sec-Purpose": "prefetch;prerender" } });
    expect(await state(id)).toEqual(["done", [], null]);
    await askAhead(token, clock, {});
    expect(await state(id)).toEqual(["done", [], "2026-10-29"]);
  });

  it("does not where the link was opened too late to answer in time", async () => {
    const id = await done();
    clock.passDays(20);
    const { token } = await buildLink(author(), { id, personId: contact }, by);
    clock.passDays(8);
    await openLink(token, clock);
    clock.passDays(50);
    expect(await state(id)).toEqual(["done", [], null]);
  });

  it("does from the day the mail server took a mail for it, and not while it waits to go", async () => {
    const [sent, waiting] = [await done(), await done()];
    const mail = { personId: contact, way: "mail" as const };
    const { id: firstId } = await mustRun(author(), makeLink, { ...mail, id: sent }, by);
    await mustRun(author(), makeLink, { ...mail, id: waiting }, by);
    const link = await prepareLink({ firstId, step: 0, token: newToken() }, clock);
    if (!link) throw new Error("it stands");
    await markSent(link, { firstId, step: 0 }, clock);
    clock.passDays(28);
    expect(await state(sent)).toEqual(["kept", ["own-word"], null]);
    expect(await state(waiting)).toEqual(["done", [], null]);
  });

  it("is told of that promise alone", async () => {
    const [told, other] = [await done(), await done()];
    const { token } = await buildLink(author(), { id: told, personId: contact }, by);
    await openLink(token, clock);
    clock.passDays(28);
    expect(await state(told)).toEqual(["kept", ["own-word"], null]);
    expect(await state(other)).toEqual(["done", [], null]);
  });
});
