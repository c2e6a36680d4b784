import { href } from "react-router";
import { handleMouIntent } from "~/composition/mou-intents.server";
import { loadMouPage } from "~/composition/mou-page.server";
import { handleRecordIntent } from "~/composition/record-intents.server";
import { loadRecordPanel, requireRecord } from "~/composition/record-panel.server";
import { formOf, notFound } from "~/composition/request.server";
import { MouClauses } from "~/features/agreements/components/mou-clauses";
import { MouDetails } from "~/features/agreements/components/mou-details";
import { MOU_TONES } from "~/features/agreements/components/mou-list";
import { MouSteps } from "~/features/agreements/components/mou-steps";
import { STATE_WORDS } from "~/features/agreements/mou.transitions";
import { RecordActions } from "~/features/records/components/record-actions";
import { idSchema } from "~/platform/ids";
import { AppLink } from "~/ui/app-link";
import { ButtonGroup, LinkButton } from "~/ui/button";
import { InsetText } from "~/ui/inset-text";
import { documentTitle, PageTitle } from "~/ui/page-title";
import { PrintButton } from "~/ui/print-button";
import { Tag } from "~/ui/tag";
import { useFormKey } from "~/ui/use-form-key";
import type { Route } from "./+types/show";

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: documentTitle(loaderData?.view.title ?? "Agreement") },
];

export async function loader({ context, params }: Route.LoaderArgs) {
  const id = idSchema.safeParse(params.id).data ?? notFound();
  const page = await loadMouPage(context, params.area, id);
  return { ...page, panel: await loadRecordPanel(context, params.area, id) };
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const id = idSchema.safeParse(params.id).data ?? notFound();
  const form = await formOf(request);
  await requireRecord(context, params.area, id, "mou");
  const to = href("/areas/:area/agreements/:id", { area: params.area, id });
  return (
    (await handleMouIntent(context, form, id, to)) ??
    (await handleRecordIntent(context, form, { area: params.area, id }, to)) ??
    notFound()
  );
}

/** One agreement: what was written down, where it stands, and what can be done now. */
export default function ShowAgreement({ loaderData, actionData, params }: Route.ComponentProps) {
  const { view, links, linkable, people, panel, widensTo } = loaderData;
  const formKey = useFormKey();
  const own = href("/areas/:area/agreements/:id", params);
  const signed = panel.files.find(({ id }) => id === view.signedCopyId);
  const file = (id: string) => href("/areas/:area/records/:id/files/:file", { ...params, file: id });
  const editing = EDITS.find(({ action }) => view.can.some((each) => each === action));
  return (
    <>
      <PageTitle
        caption="Agreement"
        aside={<Tag tone={MOU_TONES[view.state]}>{STATE_WORDS[view.state]}</Tag>}
      >
        {view.title}
      </PageTitle>
      {view.pending?.proposalId ? (
        <InsetText>
          A change of it waits for an answer:{" "}
          <AppLink
            href={href("/areas/:area/proposals/:id", { area: params.area, id: view.pending.proposalId })}
          >
            version {view.pending.number}, put forward by {view.parties.sides[view.pending.bySide]}
          </AppLink>
        </InsetText>
      ) : null}
      <MouDetails
        view={view}
        replaces={
          view.replaces ? (
            <AppLink href={href("/areas/:area/agreements/:id", { area: params.area, id: view.replaces.id })}>
              {view.replaces.title}
            </AppLink>
          ) : null
        }
        signedCopy={
          signed ? (
            <AppLink reload href={file(signed.id)}>
              {signed.name}
            </AppLink>
          ) : null
        }
      />
      <ButtonGroup>
        {editing ? (
          <LinkButton variant="secondary" href={`${own}/edit`}>
            {editing.text}
          </LinkButton>
        ) : null}
        <AppLink href={`${own}/versions`}>Versions, and the text on a past day</AppLink>
        <AppLink href={`${own}/print`}>To print</AppLink>
        <AppLink href={`${own}/export.docx`} reload>
          As a Word document
        </AppLink>
        <AppLink href={`${own}/export.pdf`} reload>
          As a PDF
        </AppLink>
      </ButtonGroup>
      <div className="cg-measure">
        <MouSteps
          can={view.can}
          kind={view.kind}
          people={people}
          files={panel.files.filter(({ level }) => level === panel.level)}
          widensTo={widensTo}
          audience={panel.audience}
          answer={actionData}
          formKey={formKey}
        />
        <MouClauses
          clauses={view.clauses}
          links={links}
          linkable={linkable}
          canLink={view.can.includes("link")}
          answer={actionData}
          formKey={formKey}
        />
      </div>
      <RecordActions panel={panel} answer={actionData} formKey={formKey}>
        <PrintButton />
      </RecordActions>
    </>
  );
}

const EDITS = [
  { action: "revise", text: "Change the draft" },
  { action: "counter", text: "Propose other words" },
  { action: "change", text: "Propose a change" },
] as const;
