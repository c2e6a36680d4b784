import { href } from "react-router";
import { recordHref } from "~/composition/record-href";
import { forbidden, formOf, readArea, submit } from "~/composition/request.server";
import { getAreaFrame } from "~/features/areas/areas.queries.server";
import { canRecord } from "~/features/commitments/commitment.policy";
import { NewCommitment } from "~/features/commitments/components/new-commitment";
import { toPeopleGroups } from "~/features/commitments/people-groups";
import { recordCommitment } from "~/features/commitments/record-commitment.commands.server";
import { otherSide } from "~/features/identity/actor";
import { findPeopleOf } from "~/features/people/people.queries.server";
import { audienceWords } from "~/features/records/record";
import { sideNameFirst } from "~/features/records/side-names";
import { BackLink } from "~/ui/breadcrumbs";
import { documentTitle } from "~/ui/page-title";
import { useFormKey } from "~/ui/use-form-key";
import type { Route } from "./+types/new";

export const meta: Route.MetaFunction = () => [{ title: documentTitle("Record a promise") }];

export async function loader({ context, params }: Route.LoaderArgs) {
  return readArea(context, params.area, async (actor, { tx, today }) => {
    const allowed = canRecord(actor);
    if (allowed !== true) return forbidden(allowed);
    const { name, councils } = await getAreaFrame(tx, actor);
    const council = councils.length === 1 ? (councils[0]?.name ?? null) : null;
    return {
      area: name,
      sides: {
        ours: sideNameFirst(actor.side, council),
        theirs: council === null ? "The council" : sideNameFirst(otherSide(actor.side), council),
      },
      councils: councils.length > 1 ? councils : [],
      forAll: actor.side === "community",
      audience: audienceWords("shared", actor, council === null ? ["the council you choose"] : [council]),
      people: toPeopleGroups(await findPeopleOf(tx, actor, today)),
    };
  });
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const form = await formOf(request);
  return submit(context, form, recordCommitment, { area: params.area }, ({ id }) => ({
    to: recordHref("commitment", params.area, id),
    message: "Recorded. Both sides can see it.",
  }));
}

export default function NewCommitmentPage({ loaderData, actionData, params }: Route.ComponentProps) {
  return (
    <>
      <BackLink href={href("/areas/:area/commitments", params)}>Promises</BackLink>
      <NewCommitment {...loaderData} lastResult={actionData?.lastResult} formKey={useFormKey()} />
    </>
  );
}
