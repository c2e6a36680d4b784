import { href } from "react-router";
import { readKept } from "~/composition/kept-pages.server";
import { findCoverage } from "~/composition/people-coverage.server";
import { ContactsWithoutPost } from "~/features/people/components/contacts-without-post";
import { CouncilCover, Vacancies } from "~/features/people/components/coverage-section";
import { findContactsWithoutPost } from "~/features/people/contacts-without-post.queries.server";
import { canLead } from "~/features/records/record.policy";
import { CONTACT_DAYS } from "~/features/retention/schedule";
import { addDays } from "~/platform/calendar/day";
import { AppLink } from "~/ui/app-link";
import { ButtonGroup } from "~/ui/button";
import { documentTitle, PageTitle } from "~/ui/page-title";
import { PrintButton } from "~/ui/print-button";
import type { Route } from "./+types/coverage";

export const meta: Route.MetaFunction = () => [{ title: documentTitle("How far our ties reach") }];

export async function loader({ context, params }: Route.LoaderArgs) {
  return readKept(context, params.area, ["people coverage"], async (actor, { tx, today }) => ({
    ...(await findCoverage(tx, actor, today)),
    contacts:
      canLead(actor) === true ? await findContactsWithoutPost(tx, actor, addDays(today, -CONTACT_DAYS)) : [],
  }));
}

/** Live contacts by level, what hangs on one person, and posts that stand empty. */
export default function Coverage({ loaderData, params }: Route.ComponentProps) {
  const { councils, leads, vacancies, contacts } = loaderData;
  const hrefFor = (id: string) => href("/areas/:area/people/:id", { area: params.area, id });
  const aside = (
    <ButtonGroup>
      <PrintButton />
      <AppLink href={href("/areas/:area/people/map", params)}>Who matters here</AppLink>
    </ButtonGroup>
  );
  return (
    <>
      <PageTitle caption="People" aside={aside}>
        How far our ties reach
      </PageTitle>
      <p className="govuk-body">
        A live contact is somebody who came to a meeting, call, visit or exchange of e-mails with both sides
        in the last six months. An attempt without a reply does not count.
      </p>
      {councils.map((council) => (
        <CouncilCover council={council} hrefFor={hrefFor} key={council.name} />
      ))}
      <Vacancies leads={leads} vacancies={vacancies} hrefFor={hrefFor} />
      <ContactsWithoutPost
        contacts={contacts}
        hrefFor={(id) => href("/areas/:area/people/:id/data", { area: params.area, id })}
      />
    </>
  );
}
