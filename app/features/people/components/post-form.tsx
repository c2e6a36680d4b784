import { useForm } from "@conform-to/react";
import { Button } from "~/ui/button";
import { dateOf, errorItems } from "~/ui/conform-field";
import { DateInput } from "~/ui/date-input";
import { ErrorSummary } from "~/ui/error-summary";
import { PostForm as Form } from "~/ui/form";
import { answerTo, type FormAnswer, revisionToSend } from "~/ui/form-answer";
import { HiddenFields } from "~/ui/hidden-fields";
import type { PostView } from "../people-view";
import { OrganisationField } from "./organisation-field";
import { PostFields } from "./post-fields";

type DayBoxes = string | { day?: string; month?: string; year?: string; quick?: string };
type Fields = {
  organisation: string;
  role: string;
  level: string;
  topic: string;
  ward: string;
  party: string;
  cabinetPost: string;
  startsOn: DayBoxes;
  lastDay: DayBoxes;
};
type Sent = { answer: FormAnswer | undefined; formKey: string | undefined };

/** Gives somebody another post. */
export function NewPostForm({
  organisations,
  answer,
  formKey,
}: Sent & { organisations: readonly { slug: string; name: string; side: "council" | "community" }[] }) {
  const [form, fields] = useForm<Fields>({ id: "new-post", lastResult: answerTo(answer, "appoint") });
  return (
    <Form id={form.id} idempotencyKey={formKey}>
      <ErrorSummary errors={errorItems(form)} />
      <HiddenFields fields={{ intent: "appoint" }} />
      <OrganisationField field={fields.organisation} organisations={organisations} />
      <PostFields fields={fields} open={false} />
      <DateInput {...dateOf(fields.startsOn)} label="In this post since" optional />
      <Button>Add the post</Button>
    </Form>
  );
}

/** Corrects a post or brings it up to date. */
export function ChangePostForm({ post, answer, formKey }: Sent & { post: PostView }) {
  const intent = `change-post ${post.id}`;
  const { role, level, topic, ward, party, cabinetPost, startsOn, lastDay } = post;
  const [form, fields] = useForm<Fields>({
    id: `change-${post.id}`,
    lastResult: answerTo(answer, intent),
    defaultValue: {
      role,
      level,
      topic: topic ?? "",
      ward: ward ?? "",
      party: party ?? "",
      cabinetPost: cabinetPost ?? "",
      startsOn: startsOn ?? "",
      lastDay: lastDay ?? "",
    },
  });
  return (
    <Form id={form.id} idempotencyKey={formKey}>
      <ErrorSummary errors={errorItems(form)} />
      <HiddenFields fields={{ intent, revision: revisionToSend(answer, intent, post.revision) }} />
      <PostFields fields={fields} open />
      <DateInput {...dateOf(fields.startsOn)} label="In this post since" optional />
      <DateInput
        {...dateOf(fields.lastDay)}
        label="Last day in this post"
        hint="Leave it empty while they hold it"
        optional
      />
      <Button variant="secondary">Save the post</Button>
    </Form>
  );
}

/** Says when somebody leaves a post. */
export function EndPostForm({ post, answer, formKey }: Sent & { post: PostView }) {
  const intent = `end-post ${post.id}`;
  const [form, fields] = useForm<Fields>({
    id: `end-${post.id}`,
    lastResult: answerTo(answer, intent),
    defaultValue: { lastDay: { quick: "today" } },
  });
  return (
    <Form id={form.id} idempotencyKey={formKey}>
      <ErrorSummary errors={errorItems(form)} />
      <HiddenFields fields={{ intent }} />
      <DateInput
        {...dateOf(fields.lastDay)}
        label="Last day in this post"
        hint="It may be a day to come. The post stays in the list, with its end."
        quick
      />
      <Button variant="secondary">Save the last day</Button>
    </Form>
  );
}
