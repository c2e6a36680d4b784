import { href } from "react-router";
import { handleMouIntent } from "~/composition/mou-intents.server";
import { loadMouPage } from "~/composition/mou-page.server";
import { requireRecord } from "~/composition/record-panel.server";
import { forbidden, formOf, intentOf, notFound } from "~/composition/request.server";
import { MouForm } from "~/features/agreements/components/mou-form";
import { idSchema } from "~/platform/ids";
import { AppLink } from "~/ui/app-link";
import { documentTitle, PageTitle } from "~/ui/page-title";
import { useFormKey } from "~/ui/use-form-key";
import type { Route } from "./+types/edit";

export const meta: Route.MetaFunction = () => [{ title: documentTitle("Words of an agreement") }];

/** What the form does, by what can be done with the agreement now. */
const EDITS = {
  revise: { title: "Change the draft", submit: "Save the draft" },
  counter: { title: "Propose other words", submit: "Propose these words" },
  change: { title: "Propose a change", submit: "Propose the change" },
} as const;

export async function loader({ context, params }: Route.LoaderArgs) {
  const id = idSchema.safeParse(params.id).data ?? notFound();
  const { view, audience } = await loadMouPage(context, params.area, id);
  const intent = (["revise", "counter", "change"] as const).find((each) => view.can.includes(each));
  if (!intent) return forbidden("The words cannot be changed now, or not by your role.");
  const { startsOn, endsOn, reviewOn } = view.terms;
  const days = { startsOn, endsOn: endsOn ?? "", reviewOn: reviewOn ?? "" };
  const texts = Object.fromEntries(view.clauses.map(({ heading, text }) => [heading, text]));
  return {
    intent,
    title: view.title,
    revision: view.revision,
    values: { title: view.title, otherParties: view.parties.others ?? "", ...days, ...texts },
    audience,
  };
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const id = idSchema.safeParse(params.id).data ?? notFound();
  const form = await formOf(request);
  await requireRecord(context, params.area, id, "mou");
  if (!Object.hasOwn(EDITS, intentOf(form))) return notFound();
  const to = href("/areas/:area/agreements/:id", { area: params.area, id });
  return (await handleMouIntent(context, form, id, to)) ?? notFound();
}

/** A refused form may have been refused because somebody else saved meanwhile: what is shown is read again. */
export function shouldRevalidate() {
  return true;
}

/** Changes a draft; or puts other words, or a change, to the other side. */
export default function EditAgreement({ loaderData, actionData, params }: Route.ComponentProps) {
  const { title, intent, ...form } = loaderData;
  const edit = EDITS[intent];
  return (
    <div className="cg-measure">
      <PageTitle caption={title}>{edit.title}</PageTitle>
      <p className="govuk-body">
        <AppLink href={href("/areas/:area/agreements/:id", params)}>Back to the agreement</AppLink>
      </p>
      {intent === "change" ? (
        <p className="govuk-body">What holds now stays as it is until the other side accepts the change.</p>
      ) : null}
      <MouForm
        {...form}
        intent={intent}
        submit={edit.submit}
        answer={actionData}
        formKey={useFormKey()}
        key={form.revision}
      />
    </div>
  );
}
