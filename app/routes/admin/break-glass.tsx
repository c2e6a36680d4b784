import { useForm } from "@conform-to/react";
import { href } from "react-router";
import { readAdmin, requireAdmin } from "~/composition/admin.server";
import { findGlassPage } from "~/composition/break-glass.server";
import { formOf, intentOf, notFound, submit } from "~/composition/request.server";
import {
  askBreakGlass,
  confirmBreakGlass,
  endBreakGlass,
} from "~/features/audit/break-glass.commands.server";
import { GlassList } from "~/features/audit/components/glass-list";
import { idSchema } from "~/platform/ids";
import { Button } from "~/ui/button";
import { errorItems, fieldOf } from "~/ui/conform-field";
import { EmptyState } from "~/ui/empty-state";
import { ErrorSummary } from "~/ui/error-summary";
import { PostForm } from "~/ui/form";
import { HiddenFields } from "~/ui/hidden-fields";
import { documentTitle, PageTitle } from "~/ui/page-title";
import { Select } from "~/ui/select";
import { Textarea } from "~/ui/textarea";
import { useFormKey } from "~/ui/use-form-key";
import { WarningText } from "~/ui/warning-text";
import type { Route } from "./+types/break-glass";

export const meta: Route.MetaFunction = () => [{ title: documentTitle("Break-glass") }];

export async function loader({ context }: Route.LoaderArgs) {
  return readAdmin(context, findGlassPage);
}

export async function action({ request, context }: Route.ActionArgs) {
  await requireAdmin(context);
  const form = await formOf(request);
  const done = (message: string) => () => ({ to: href("/admin/break-glass"), message });
  const intent = intentOf(form);
  if (intent === "ask")
    return submit(context, form, askBreakGlass, {}, done("Asked. Another admin has to confirm it."));
  const id = idSchema.safeParse(form.get("id")).data ?? notFound();
  if (intent === "confirm")
    return submit(
      context,
      form,
      confirmBreakGlass,
      { id },
      done("Confirmed. The leads of both sides are told."),
    );
  if (intent === "end") return submit(context, form, endBreakGlass, { id }, done("It is over."));
  return notFound();
}

/** Reading what an area's two sides share, where it cannot be helped: two admins, a reason, an hour, and both sides know. */
export default function BreakGlass({ loaderData, actionData }: Route.ComponentProps) {
  const { areas, asked } = loaderData;
  const formKey = useFormKey();
  const isAsking = actionData?.intent === "ask";
  const [form, fields] = useForm<{ areaId: string; reason: string }>({
    lastResult: isAsking ? actionData.lastResult : undefined,
  });
  const others = !isAsking && actionData ? (actionData.lastResult.error?.[""] ?? []) : [];
  return (
    <div className="cg-measure">
      <ErrorSummary errors={isAsking ? errorItems(form) : others.map((text) => ({ text }))} />
      <PageTitle>Break-glass</PageTitle>
      <p className="govuk-body">
        What an area records is for its two sides. Where somebody’s safety or the law asks for it, an admin
        can read what both sides share, for one hour, once a second admin agrees. Nothing can be changed. What
        is one side’s own, or a person’s alone, stays closed.
      </p>
      <WarningText>The leads of both sides are told by mail, and see each page you open.</WarningText>
      <h2 className="govuk-heading-m">Asked for</h2>
      {asked.length > 0 ? <GlassList asked={asked} /> : <EmptyState title="Nothing was asked for yet" />}
      <h2 className="govuk-heading-m">Ask</h2>
      <PostForm id={form.id} onSubmit={form.onSubmit} idempotencyKey={formKey}>
        <HiddenFields fields={{ intent: "ask" }} />
        <Select {...fieldOf(fields.areaId)} label="Area" options={areas} placeholder="Choose an area" />
        <Textarea
          {...fieldOf(fields.reason)}
          label="Why it cannot be helped"
          hint="The leads of both sides read this."
        />
        <Button>Ask for one hour</Button>
      </PostForm>
    </div>
  );
}
