import { href } from "react-router";
import { findActor, read } from "~/composition/request.server";
import { getAreaCards } from "~/features/areas/areas.queries.server";
import { findDemoAccounts } from "~/features/identity/accounts.queries.server";
import { Welcome } from "~/features/identity/components/welcome";
import { DEMO_PASSWORD } from "~/features/identity/demo-accounts";
import { AppLink } from "~/ui/app-link";
import { EmptyState } from "~/ui/empty-state";
import { PageTitle } from "~/ui/page-title";
import type { Route } from "./+types/home";

export const meta: Route.MetaFunction = () => [{ title: "Common Ground" }];

export async function loader({ context }: Route.LoaderArgs) {
  if ((await findActor(context)) === null) {
    const accounts = await findDemoAccounts();
    return {
      welcome: { demo: accounts.length > 0 ? { accounts, password: DEMO_PASSWORD } : null },
      home: null,
    };
  }
  const home = await read(context, async (actor, { tx }) => ({
    name: actor.name,
    admin: actor.admin,
    researcher: actor.researcher,
    areas: await getAreaCards(tx, actor),
  }));
  return { welcome: null, home };
}

export default function Home({ loaderData: { welcome, home } }: Route.ComponentProps) {
  if (welcome) return <Welcome {...welcome} />;
  return (
    <>
      <PageTitle>{`Hello, ${home.name}`}</PageTitle>
      {home.areas.length === 0 ? (
        <EmptyState title="You are not a member of an area yet">
          Ask a lead of your partnership or council to add you.
        </EmptyState>
      ) : (
        <ul className="govuk-list">
          {home.areas.map((area) => (
            <li key={area.slug}>
              <AppLink href={href("/areas/:area", { area: area.slug })}>{area.name}</AppLink>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
