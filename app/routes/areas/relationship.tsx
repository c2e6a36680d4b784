import { href } from "react-router";
import { recordHref } from "~/composition/record-href";
import { handleRecordIntent } from "~/composition/record-intents.server";
import { loadRecordPanel, requireRecord } from "~/composition/record-panel.server";
import { formOf, intentOf, notFound, readArea, submit } from "~/composition/request.server";
import { type AreaActor, holderOf } from "~/features/identity/actor";
import { RecordActions } from "~/features/records/components/record-actions";
import { RhythmSection } from "~/features/records/components/rhythm-section";
import { TermsSection } from "~/features/records/components/terms-section";
import { audienceWords } from "~/features/records/record";
import { canLead, canWrite } from "~/features/records/record.policy";
import { findBase } from "~/features/records/record.queries.server";
import { findRelationshipTerms } from "~/features/records/relationship.queries.server";
import { setRelationshipTerms } from "~/features/records/relationship-terms.commands.server";
import { agreeRhythm, declineRhythm, proposeRhythm } from "~/features/records/rhythm.commands.server";
import { findRhythms } from "~/features/records/rhythm.queries.server";
import { sideNames } from "~/features/records/side-names";
import type { Tx } from "~/platform/db.server";
import { idSchema } from "~/platform/ids";
import { AppLink } from "~/ui/app-link";
import { documentTitle, PageTitle } from "~/ui/page-title";
import { PrintButton } from "~/ui/print-button";
import { Facts } from "~/ui/record-list";
import { useFormKey } from "~/ui/use-form-key";
import type { Route } from "./+types/relationship";

export const meta: Route.MetaFunction = () => [{ title: documentTitle("The relationship") }];

/** ?council=<slug> says which relationship; ?rhythm=<id> also opens one rhythm's replies and history. */
function readAddress(request: Request) {
  const search = new URL(request.url).searchParams;
  return { council: search.get("council"), rhythm: idSchema.safeParse(search.get("rhythm")).data ?? null };
}

/** The relationship an address is about: a rhythm's, the named council's, or the first. */
async function findTerms(tx: Tx, actor: AreaActor, asked: ReturnType<typeof readAddress>) {
  const all = await findRelationshipTerms(tx, actor);
  const named = actor.relationships.find(({ councilSlug }) => councilSlug === asked.council);
  const record = asked.rhythm ? await findBase(tx, actor, asked.rhythm) : null;
  const terms = record
    ? all.find((one) => one.id === (record.relationshipId && holderOf(actor, record.relationshipId)))
    : asked.council
      ? all.find((one) => one.id === (named && holderOf(actor, named.id)))
      : all[0];
  return { all, terms: terms ?? notFound() };
}

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const { area } = params;
  const asked = readAddress(request);
  const page = await readArea(context, area, async (actor, { tx }) => {
    const { all, terms } = await findTerms(tx, actor, asked);
    const rhythms = await findRhythms(tx, actor, terms.id);
    return {
      terms,
      councils: all.map(({ councilSlug, council }) => ({ slug: councilSlug, name: council })),
      sides: sideNames(terms.council),
      rhythms: rhythms.map((rhythm) => ({ ...rhythm, href: recordHref("rhythm", area, rhythm.id) })),
      shown: rhythms.find(({ id }) => id === asked.rhythm)?.id ?? null,
      audience: audienceWords("shared", actor, [terms.council]),
      can: {
        propose: canWrite(actor) === true && !rhythms.some(({ state }) => state === "proposed"),
        set: canLead(actor) === true,
      },
    };
  });
  return { ...page, panel: page.shown ? await loadRecordPanel(context, area, page.shown) : null };
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const { area } = params;
  const asked = readAddress(request);
  const council = await readArea(context, area, async (actor, { tx }) => {
    const { terms } = await findTerms(tx, actor, asked);
    return terms.councilSlug;
  });
  const form = await formOf(request);
  const intent = intentOf(form);
  const to = `${href("/areas/:area/relationship", { area })}?council=${council}`;
  const done = (message: string) => () => ({ to, message });
  if (intent === "propose")
    return submit(context, form, proposeRhythm, { area, council }, done("Proposed. They can answer now."));
  if (intent === "terms")
    return submit(context, form, setRelationshipTerms, { area, council }, done("Saved."));
  if (intent === "agree" || intent === "decline") {
    const id = idSchema.safeParse(form.get("id")).data ?? notFound();
    await requireRecord(context, area, id, "rhythm");
    return intent === "agree"
      ? submit(context, form, agreeRhythm, { id }, done("Agreed. This is the rhythm for both sides."))
      : submit(context, form, declineRhythm, { id }, done("Declined. They see your reasons."));
  }
  if (asked.rhythm === null) return notFound();
  const own = recordHref("rhythm", area, asked.rhythm);
  return (await handleRecordIntent(context, form, { area, id: asked.rhythm }, own)) ?? notFound();
}

/** A refused form may have been refused because somebody else saved meanwhile: what is shown is read again. */
export function shouldRevalidate() {
  return true;
}

/** What the two sides agreed with each other; both see the same. */
export default function Relationship({ loaderData, actionData, params }: Route.ComponentProps) {
  const { terms, councils, sides, rhythms, audience, can, panel } = loaderData;
  const forms = { audience, answer: actionData, formKey: useFormKey() };
  const home = href("/areas/:area/relationship", params);
  return (
    <div className="cg-measure">
      <PageTitle
        caption={
          <>
            The partnership and{" "}
            <AppLink href={href("/organisations/:id", { id: terms.councilSlug })}>{terms.council}</AppLink>
          </>
        }
        aside={<PrintButton />}
      >
        The relationship
      </PageTitle>
      {councils.length > 1 ? (
        <Facts
          facts={councils.map(({ slug, name }) => (
            <AppLink
              key={slug}
              href={`${home}?council=${slug}`}
              aria-current={slug === terms.councilSlug ? "page" : undefined}
            >
              {name}
            </AppLink>
          ))}
        />
      ) : null}
      <TermsSection terms={terms} canSet={can.set} {...forms} />
      <RhythmSection rhythms={rhythms} sides={sides} canPropose={can.propose} {...forms} />
      {panel ? <RecordActions panel={panel} answer={actionData} formKey={forms.formKey} /> : null}
      <p className="govuk-body">
        <AppLink href={href("/areas/:area/research", params)}>
          What research is told, and who says yes to it
        </AppLink>
      </p>
      <p className="govuk-body">
        <AppLink href={href("/areas/:area/close", params)}>When the area closes</AppLink>
      </p>
    </div>
  );
}
