import { href } from "react-router";
import { findLeaverChoices } from "~/composition/handover-page.server";
import { announceLeaver } from "~/composition/handovers.commands.server";
import { forbidden, formOf, intentOf, notFound, readArea, submit } from "~/composition/request.server";
import { getAreaFrame } from "~/features/areas/areas.queries.server";
import { announceForm } from "~/features/handovers/handover-forms";
import { StepForm } from "~/features/projects/components/step-form";
import { audienceWords } from "~/features/records/record";
import { canWrite } from "~/features/records/record.policy";
import { addDays, dateToDay } from "~/platform/calendar/day";
import { idSchema } from "~/platform/ids";
import { AppLink } from "~/ui/app-link";
import { documentTitle, PageTitle } from "~/ui/page-title";
import { useFormKey } from "~/ui/use-form-key";
import type { Route } from "./+types/new";

export const meta: Route.MetaFunction = () => [{ title: documentTitle("Say that somebody leaves") }];

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const asked = idSchema.safeParse(new URL(request.url).searchParams.get("post")).data;
  return readArea(context, params.area, async (actor, reading) => {
    const may = canWrite(actor);
    if (may !== true) return forbidden(may);
    const { councils } = await getAreaFrame(reading.tx, actor);
    const posts = await findLeaverChoices(actor, reading);
    const post = posts.find(({ id }) => id === asked);
    return {
      posts: posts.map(({ id, label }) => ({ value: id, label })),
      start: {
        postId: post?.id,
        lastDay: post?.endsOn ? addDays(dateToDay(post.endsOn), -1) : undefined,
      },
      audience: audienceWords(
        "shared",
        actor,
        councils.map(({ name }) => name),
      ),
    };
  });
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const form = await formOf(request);
  if (intentOf(form) !== "announce") return notFound();
  return submit(context, form, announceLeaver, { area: params.area }, ({ id }) => ({
    to: href("/areas/:area/handovers/:id", { area: params.area, id }),
    message: "Saved. Both sides see that they leave.",
  }));
}

/** Says that somebody leaves a post, on either side. */
export default function NewHandover({ loaderData, actionData, params }: Route.ComponentProps) {
  const { posts, start, audience } = loaderData;
  return (
    <div className="cg-measure">
      <PageTitle>Say that somebody leaves</PageTitle>
      <p className="govuk-body">
        Of your side or of the other. Who follows can be said later. Somebody who is not listed is added under{" "}
        <AppLink href={href("/areas/:area/people/new", params)}>People</AppLink> first.
      </p>
      <StepForm
        step={announceForm(posts, start)}
        audience={audience}
        answer={actionData}
        formKey={useFormKey()}
        primary
      />
    </div>
  );
}
