import { href } from "react-router";
import { AppLink } from "~/ui/app-link";
import { ButtonGroup } from "~/ui/button";
import { Details } from "~/ui/details";
import type { FormAnswer } from "~/ui/form-answer";
import { FormButton } from "~/ui/form-button";
import { formatDay } from "~/ui/format-date";
import { PartnerMark } from "~/ui/partner-mark";
import { Facts } from "~/ui/record-list";
import { Tag } from "~/ui/tag";
import { dutiesOf, type PostView } from "../people-view";
import { POST_LEVELS, roleLabel } from "../person";
import { ChangePostForm, EndPostForm } from "./post-form";

type PostItemProps = {
  post: PostView;
  canWrite: boolean;
  /** Where it is said that they leave, and what they hold goes on to somebody; null: not from here. */
  handoverHref: string | null;
  answer: FormAnswer | undefined;
  formKey: string | undefined;
};

/** One post somebody holds or held, with what can be done about it. */
export function PostItem({ post, canWrite, handoverHref, answer, formKey }: PostItemProps) {
  const { id, side, held, isLead, lastDay } = post;
  const sent = (verb: string) => answer?.intent === `${verb} ${id}`;
  const role = roleLabel(post.role);
  return (
    <li className="cg-records__item">
      <div className="cg-records__head">
        <h3 className="cg-records__title">{role}</h3>
        {isLead && held ? <Tag tone="good">Named lead</Tag> : held ? null : <Tag tone="quiet">Past</Tag>}
      </div>
      <Facts
        facts={[
          <PartnerMark tone={side === "community" ? "warm" : "cool"} key="organisation">
            <AppLink href={href("/organisations/:id", { id: post.organisationId })}>
              {post.organisation}
            </AppLink>
          </PartnerMark>,
          dutiesOf(post) || null,
          side === "council" ? POST_LEVELS[post.level] : null,
          daysOf(post),
          isLead && held
            ? post.checkedOn
              ? `Checked on ${formatDay(post.checkedOn)}`
              : "Not checked yet"
            : null,
        ]}
      />
      {canWrite ? (
        <>
          {held ? (
            <ButtonGroup>
              <FormButton
                variant="secondary"
                fields={{ intent: `${isLead ? "check-lead" : "name-lead"} ${id}` }}
                idempotencyKey={formKey}
                about={`as ${role}, ${post.organisation}`}
              >
                {isLead ? "Still in post" : "Name as lead"}
              </FormButton>
              {handoverHref ? (
                <AppLink href={handoverHref}>
                  Begin a handover
                  <span className="govuk-visually-hidden">{` of the post ${role}, ${post.organisation}`}</span>
                </AppLink>
              ) : null}
            </ButtonGroup>
          ) : null}
          <Details summary={`Change this post: ${role}`} open={sent("change-post")}>
            <ChangePostForm post={post} answer={answer} formKey={formKey} />
          </Details>
          {lastDay === null ? (
            <Details summary={`They leave this post: ${role}`} open={sent("end-post")}>
              <EndPostForm post={post} answer={answer} formKey={formKey} />
            </Details>
          ) : null}
        </>
      ) : null}
    </li>
  );
}

function daysOf({ startsOn, lastDay }: PostView): string | null {
  if (startsOn && lastDay) return `${formatDay(startsOn)} to ${formatDay(lastDay)}`;
  if (lastDay) return `Until ${formatDay(lastDay)}`;
  return startsOn ? `Since ${formatDay(startsOn)}` : null;
}
