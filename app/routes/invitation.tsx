import type { SubmissionResult } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { data, redirect } from "react-router";
import { z } from "zod";
import { findInvitationPage, type InvitationPage } from "~/composition/invitation-page.server";
import { findActor, formOf } from "~/composition/request.server";
import { signedInBy } from "~/composition/signed-in-by.server";
import { circumstancesOf } from "~/composition/visit.server";
import { accountFields } from "~/features/identity/account-fields.server";
import { admit } from "~/features/identity/admission.server";
import { AcceptInvitation } from "~/features/identity/components/accept-invitation";
import { type Acceptance, acceptAsNew, acceptAsSelf } from "~/features/identity/invitation-acceptance.server";
import { WAIT_MINUTES } from "~/features/identity/sign-in-wait";
import { flashCookie } from "~/platform/flash.server";
import { documentTitle, PageTitle } from "~/ui/page-title";
import type { Route } from "./+types/invitation";

/** What a link says is for its holder's eyes and this moment alone: kept nowhere, found by no search. */
const UNSEEN = { "Cache-Control": "no-store", "X-Robots-Tag": "noindex, nofollow" };

export const headers: Route.HeadersFunction = () => UNSEEN;

export const meta: Route.MetaFunction = () => [
  { title: documentTitle("Your invitation") },
  { name: "robots", content: "noindex, nofollow" },
];

const STATUS: Record<InvitationPage["state"], number> = { open: 200, nothing: 404, wait: 429 };

export async function loader({ context, params }: Route.LoaderArgs) {
  const page = await findInvitationPage(context, params.token);
  return data({ page }, { status: STATUS[page.state], headers: UNSEEN });
}

const newcomer = z.strictObject({
  name: accountFields.name,
  password: accountFields.password,
  username: z.string().optional(),
});

export async function action({ request, context, params }: Route.ActionArgs) {
  const page = await findInvitationPage(context, params.token);
  const form = await formOf(request);
  const circumstances = circumstancesOf(context);
  const refuse = (words: string | null, lastResult: SubmissionResult | null, status: number) =>
    data({ words, lastResult }, { status, headers: UNSEEN });
  if (page.state !== "open" || page.as === "another" || page.as === "sign-in") return refuse(null, null, 404);
  if (page.as === "self") {
    const actor = await findActor(context);
    const accepted = await acceptAsSelf(params.token, actor?.userId ?? "", circumstances);
    if (accepted.status !== "done") return refuse(WHY[accepted.status], null, 409);
    throw redirect("/", { headers: { "Set-Cookie": await flashCookie("You are in the team now.") } });
  }
  const submission = parseWithZod(form, { schema: newcomer });
  if (submission.status !== "success") {
    const { initialValue, ...rest } = submission.reply();
    // What was typed comes back, but for the password.
    const { password: _, ...typed } = initialValue ?? {};
    return refuse(null, { ...rest, initialValue: typed }, 400);
  }
  const accepted = await acceptAsNew(params.token, submission.value, circumstances);
  if (accepted.status !== "done") return refuse(WHY[accepted.status], null, 409);
  const admission = await admit(request, accepted.userId, { way: "link", next: "/" }, circumstances);
  if (admission.status !== "in") return signedInBy(admission);
  admission.headers.append("Set-Cookie", await flashCookie("Your account is open, and you are signed in."));
  throw redirect("/", { headers: admission.headers });
}

const WHY: Record<Exclude<Acceptance["status"], "done">, string> = {
  gone: "This invitation was used or taken back a moment ago. Ask whoever invited you for another.",
  "other-side":
    "Your account is on the other side of this area, and an account is on one side of it. Ask whoever invited you to invite you by another e-mail address.",
};

/** Opening the link shows who invites to what; the button says yes. */
export default function Invitation({ loaderData: { page }, actionData }: Route.ComponentProps) {
  if (page.state === "open") return <AcceptInvitation page={page} answer={actionData} />;
  const { title, words } = QUIET[page.state];
  return (
    <div className="cg-measure">
      <PageTitle>{title}</PageTitle>
      <p className="govuk-body">{words}</p>
    </div>
  );
}

const QUIET = {
  nothing: {
    title: "This invitation opens nothing",
    words:
      "It was used already, was taken back, or its seven days are over. Ask whoever invited you for a new one.",
  },
  wait: {
    title: "There were too many tries",
    words: `Wait ${WAIT_MINUTES} minutes, and open the link again.`,
  },
};
