import { href } from "react-router";
import { TermList } from "~/features/guide/components/term-list";
import { HEALTH_TERMS, PEOPLE_TERMS, RECORD_TERMS } from "~/features/guide/glossary";
import { roleTermsOf } from "~/features/guide/role-words";
import { Breadcrumbs } from "~/ui/breadcrumbs";
import { documentTitle, PageTitle } from "~/ui/page-title";
import { PrintButton } from "~/ui/print-button";
import type { Route } from "./+types/words";

export const meta: Route.MetaFunction = () => [
  { title: documentTitle("Words used here", { place: "Guide" }) },
];

export function loader() {
  return {
    lists: [
      { heading: "Roles on the community’s side", terms: roleTermsOf("community") },
      { heading: "Roles at the council", terms: roleTermsOf("council") },
      { heading: "Organisations and offices", terms: PEOPLE_TERMS },
      { heading: "What is kept", terms: RECORD_TERMS },
      { heading: "How things stand", terms: HEALTH_TERMS },
    ],
  };
}

/** The glossary: roles, organisations, records and figures in plain words. */
export default function Words({ loaderData: { lists } }: Route.ComponentProps) {
  return (
    <div className="cg-measure">
      <Breadcrumbs items={[{ href: href("/guide"), text: "Guide" }]} />
      <PageTitle aside={<PrintButton />}>Words used here</PageTitle>
      {lists.map(({ heading, terms }) => (
        <TermList heading={heading} terms={terms} key={heading} />
      ))}
    </div>
  );
}
