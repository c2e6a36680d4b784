import { href } from "react-router";
import { findDesk } from "~/composition/desk.server";
import { readKeptOfAll } from "~/composition/kept-pages.server";
import { findActor } from "~/composition/request.server";
import { findResearcherHome } from "~/composition/researcher-home.server";
import { DeskList } from "~/features/areas/components/desk-list";
import { findDemoAccounts } from "~/features/identity/accounts.queries.server";
import { Welcome } from "~/features/identity/components/welcome";
import { DEMO_PASSWORD } from "~/features/identity/demo-accounts";
import { ResearcherHome } from "~/features/releases/components/researcher-home";
import { AppLink } from "~/ui/app-link";
import { ButtonGroup, LinkButton } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { documentTitle, PageTitle } from "~/ui/page-title";
import type { Route } from "./+types/home";

export const meta: Route.MetaFunction = () => [{ title: documentTitle("Home") }];

/** Things listed for one area on the home page; the rest are a link away. */
const MOST = 5;

export async function loader({ context }: Route.LoaderArgs) {
  const actor = await findActor(context);
  if (actor === null) {
    const accounts = await findDemoAccounts();
    return {
      welcome: { demo: accounts.length > 0 ? { accounts, password: DEMO_PASSWORD } : null },
      home: null,
    };
  }
  const areas = await readKeptOfAll(context, ["desk"], async (stand, { tx, today }, { slug, name }) => ({
    slug,
    name,
    writes: stand.role !== "reader",
    desk: await findDesk(tx, stand, today, MOST),
  }));
  const research = actor.researcher ? await findResearcherHome(context) : null;
  const home = { name: actor.name, admin: actor.admin, research, areas };
  return { welcome: null, home };
}

export default function Home({ loaderData: { welcome, home } }: Route.ComponentProps) {
  if (welcome) return <Welcome {...welcome} />;
  return (
    <>
      <PageTitle>{`Hello, ${home.name}`}</PageTitle>
      {home.admin ? (
        <p className="govuk-body">
          <AppLink href={href("/admin")}>Accounts, organisations and areas</AppLink>
        </p>
      ) : null}
      {home.research ? <ResearcherHome {...home.research} /> : null}
      {home.areas.length === 0 && !home.admin && !home.research ? (
        <EmptyState title="You are not a member of an area yet">
          Ask a lead of your partnership or council to add you.
        </EmptyState>
      ) : null}
      {home.areas.map(({ slug, name, writes, desk }) => (
        <section key={slug} aria-labelledby={`area-${slug}`}>
          <h2 className="govuk-heading-m" id={`area-${slug}`}>
            <AppLink href={href("/areas/:area", { area: slug })}>{name}</AppLink>
          </h2>
          <DeskList desk={desk} />
          {writes ? (
            <ButtonGroup>
              <LinkButton href={href("/areas/:area/meetings/new", { area: slug })}>Log a meeting</LinkButton>
              <LinkButton href={href("/areas/:area/actions", { area: slug })} variant="secondary">
                Next steps
              </LinkButton>
            </ButtonGroup>
          ) : null}
        </section>
      ))}
    </>
  );
}
