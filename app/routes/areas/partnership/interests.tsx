import { href } from "react-router";
import { handlePaperIntent } from "~/composition/partnership-intents.server";
import { readOwn } from "~/composition/partnership-page.server";
import { formOf } from "~/composition/request.server";
import { interestItem } from "~/features/partnership/components/paper-items";
import { PaperPage } from "~/features/partnership/components/paper-page";
import { findInterests, findMembers } from "~/features/partnership/lines.queries.server";
import { interestQuestions } from "~/features/partnership/question";
import { documentTitle } from "~/ui/page-title";
import { useFormKey } from "~/ui/use-form-key";
import type { Route } from "./+types/interests";

export const meta: Route.MetaFunction = () => [{ title: documentTitle("Declared interests") }];

export async function loader({ context, params }: Route.LoaderArgs) {
  return readOwn(context, params.area, async (actor, { tx, today }) => {
    const members = await findMembers(tx, actor);
    const names = new Map(members.map(({ id, name }) => [id, name]));
    const lines = await findInterests(tx, actor);
    return {
      today,
      members: members.map(({ id, name }) => ({ value: id, label: name })),
      lines: lines.map((line) => ({ line, name: names.get(line.memberId) ?? "" })),
    };
  });
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const to = href("/areas/:area/partnership/interests", params);
  return handlePaperIntent(context, "interest", { area: params.area, form: await formOf(request), to });
}

/** A refused form is shown beside what is saved now: after a conflict that is somebody else’s. */
export function shouldRevalidate() {
  return true;
}

/** What members have to do with other bodies. */
export default function Interests({ loaderData, actionData, params }: Route.ComponentProps) {
  const { lines, canKeep, audience, members } = loaderData;
  return (
    <PaperPage
      kind="interest"
      back={href("/areas/:area/partnership", params)}
      title="Declared interests"
      add="Add an interest"
      empty="No interest is declared yet"
      questions={interestQuestions(members)}
      items={lines.map(({ line, name }) => interestItem(line, name, loaderData.today))}
      canKeep={canKeep}
      audience={audience}
      answer={actionData}
      formKey={useFormKey()}
    />
  );
}
