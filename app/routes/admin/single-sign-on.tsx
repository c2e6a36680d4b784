import { href } from "react-router";
import { readAdmin, requireAdmin } from "~/composition/admin.server";
import { formOf, intentOf, notFound, submit } from "~/composition/request.server";
import { CallbackAddress, CallbackFirst } from "~/features/identity/components/callback-first";
import { SingleSignOnForm } from "~/features/identity/components/single-sign-on-form";
import { findProviders } from "~/features/identity/council-provider.server";
import { findCallback } from "~/features/identity/issuer.server";
import { endSingleSignOn, setSingleSignOn } from "~/features/identity/single-sign-on.commands.server";
import { findOrganisation } from "~/features/organisations/organisations.queries.server";
import { idSchema } from "~/platform/ids";
import { ownOrigin } from "~/platform/own-address.server";
import { AppLink } from "~/ui/app-link";
import { FormButton } from "~/ui/form-button";
import { documentTitle, PageTitle } from "~/ui/page-title";
import { useFormKey } from "~/ui/use-form-key";
import type { Route } from "./+types/single-sign-on";

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: documentTitle(`Own sign-in of ${loaderData?.council.name ?? "a council"}`) },
];

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const id = idSchema.safeParse(params.id).data ?? notFound();
  return readAdmin(context, async (_, { tx }) => {
    const found = await findOrganisation(tx, id);
    if (!found?.kinds.includes("council")) return notFound();
    const council = { id, name: found.name };
    const asked = findCallback(new URL(request.url).searchParams.get("issuer"));
    return { council, providers: await findProviders(tx, id), asked, origin: ownOrigin(request) };
  });
}

export async function action({ request, context, params }: Route.ActionArgs) {
  await requireAdmin(context);
  const organisationId = idSchema.safeParse(params.id).data ?? notFound();
  const form = await formOf(request);
  const to = href("/admin/organisations/:id/single-sign-on", { id: organisationId });
  const [verb, which] = intentOf(form).split(" ");
  if (verb === "set")
    return submit(context, form, setSingleSignOn, { organisationId }, () => ({
      to,
      message: "Saved. Try it once in another browser.",
    }));
  const id = idSchema.safeParse(which).data;
  if (verb !== "end" || !id) return notFound();
  return submit(context, form, endSingleSignOn, { organisationId, id }, () => ({
    to,
    message: "Its people sign in here again.",
  }));
}

/** A council's own sign-in: where it is, and whether its people must use it. */
export default function SingleSignOn({ loaderData, actionData }: Route.ComponentProps) {
  const { council, providers, asked, origin } = loaderData;
  const formKey = useFormKey();
  return (
    <div className="cg-measure">
      <PageTitle caption={council.name}>The council’s own sign-in</PageTitle>
      <p className="govuk-body">
        People of this council who have an account here can sign in with the council’s own sign-in (OpenID
        Connect). It makes no accounts by itself.
      </p>
      {providers.length === 0 ? (
        <CallbackFirst
          issuer={asked?.issuer ?? ""}
          callback={asked && "callback" in asked ? origin + asked.callback : null}
          problem={asked && "problem" in asked ? asked.problem : null}
          key={`first ${asked?.issuer}`}
        />
      ) : null}
      {(providers.length > 0 ? providers : [null]).map((one) => (
        <div key={one?.id ?? `new ${asked?.issuer}`}>
          {one ? <CallbackAddress address={origin + one.callback} /> : null}
          <SingleSignOnForm provider={one} issuer={asked?.issuer} answer={actionData} formKey={formKey} />
          {one ? (
            <FormButton fields={{ intent: `end ${one.id}` }} variant="warning" about={one.issuer}>
              Take it away
            </FormButton>
          ) : null}
        </div>
      ))}
      <p className="govuk-body">
        <AppLink href={href("/admin/organisations/:id", { id: council.id })}>
          Back to the organisation
        </AppLink>
      </p>
    </div>
  );
}
