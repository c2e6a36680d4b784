import { href } from "react-router";
import { feedAddress } from "~/composition/calendar-feed.server";
import { forbidden, formOf, intentOf, notFound, read, run, submit } from "~/composition/request.server";
import { FeedList, NewFeed } from "~/features/feeds/components/feed-list";
import { findFeeds } from "~/features/feeds/feed.queries.server";
import { endFeed, makeFeed } from "~/features/feeds/feeds.commands.server";
import { hashToken, newToken } from "~/features/links/link-token.server";
import { AppLink } from "~/ui/app-link";
import { documentTitle, PageTitle } from "~/ui/page-title";
import type { Route } from "./+types/account-calendar";

export const meta: Route.MetaFunction = () => [{ title: documentTitle("Your calendar") }];

export async function loader({ context }: Route.LoaderArgs) {
  return read(context, async (actor, { tx, today }) => ({ feeds: await findFeeds(tx, actor.userId, today) }));
}

export async function action({ request, context }: Route.ActionArgs) {
  const form = await formOf(request);
  switch (intentOf(form)) {
    case "end": {
      const done = { to: href("/account/calendar"), message: "The address is ended." };
      await submit(context, form, endFeed, {}, () => done);
      return notFound();
    }
    case "make": {
      const token = newToken();
      const input = { membership: form.get("membership"), tokenHash: hashToken(token) };
      const outcome = await run(context, makeFeed, input);
      if (outcome.status === "forbidden") return forbidden(outcome.why);
      // Shown in this one answer, which nothing keeps: no cookie, no address, no log.
      return outcome.status === "done" ? { made: feedAddress(token) } : notFound();
    }
    default:
      return notFound();
  }
}

/** Addresses by which one's own calendar program shows what is planned here. */
export default function Calendar({ loaderData, actionData }: Route.ComponentProps) {
  const made = actionData?.made;
  return (
    <div className="cg-measure">
      <PageTitle caption="Your account">Your calendar</PageTitle>
      {made ? <NewFeed address={made} /> : null}
      <p className="govuk-body">
        Your own calendar, on your phone or computer, can show what is planned here: meetings, days on which
        promises are due, milestones, the ends of projects and agreements, and the time before an election. It
        gets titles and days, nothing more. What your side keeps to itself reads “Busy”.
      </p>
      <FeedList feeds={loaderData.feeds} />
      <p className="govuk-body">
        Each role has an address of its own. It ends when your role ends, and when you change your password.
        You can end it at any time.
      </p>
      <p className="govuk-body">
        <AppLink href={href("/account")}>Back to your account</AppLink>
      </p>
    </div>
  );
}
