import { href } from "react-router";
import { loadMouDocument } from "~/composition/mou-document.server";
import { notFound } from "~/composition/request.server";
import { MouDocument } from "~/features/agreements/components/mou-document";
import { idSchema } from "~/platform/ids";
import { AppLink } from "~/ui/app-link";
import { documentTitle } from "~/ui/page-title";
import { PrintButton } from "~/ui/print-button";
import type { Route } from "./+types/print";

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: documentTitle(loaderData?.title ?? "Agreement") },
];

export async function loader({ context, params }: Route.LoaderArgs) {
  return loadMouDocument(context, params.area, idSchema.safeParse(params.id).data ?? notFound());
}

/** An agreement as a document, to print. */
export default function PrintAgreement({ loaderData, params }: Route.ComponentProps) {
  return (
    <div className="cg-measure">
      <p className="govuk-body">
        <AppLink href={href("/areas/:area/agreements/:id", params)}>Back to the agreement</AppLink>
      </p>
      <PrintButton />
      <MouDocument view={loaderData} />
    </div>
  );
}
