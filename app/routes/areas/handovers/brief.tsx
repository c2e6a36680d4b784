import { href } from "react-router";
import { loadBrief } from "~/composition/handover-brief.server";
import { notFound } from "~/composition/request.server";
import { BriefDocument } from "~/features/handovers/components/brief-document";
import { idSchema } from "~/platform/ids";
import { AppLink } from "~/ui/app-link";
import { ButtonGroup } from "~/ui/button";
import { documentTitle } from "~/ui/page-title";
import { PrintButton } from "~/ui/print-button";
import type { Route } from "./+types/brief";

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: documentTitle(loaderData?.title ?? "Handover brief") },
];

export async function loader({ context, params }: Route.LoaderArgs) {
  return loadBrief(context, params.area, idSchema.safeParse(params.id).data ?? notFound());
}

/** What whoever takes a post over needs to know, made from the records; to print. */
export default function HandoverBrief({ loaderData, params }: Route.ComponentProps) {
  return (
    <div className="cg-measure">
      <p className="govuk-body">
        <AppLink href={href("/areas/:area/handovers/:id", params)}>Back to the handover</AppLink>
      </p>
      <ButtonGroup>
        <PrintButton />
        <AppLink reload href={href("/areas/:area/handovers/:id/brief.pdf", params)}>
          As a PDF
        </AppLink>
      </ButtonGroup>
      <BriefDocument brief={loaderData} />
    </div>
  );
}
