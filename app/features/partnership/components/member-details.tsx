import { useForm } from "@conform-to/react";
import { AppLink } from "~/ui/app-link";
import { Button } from "~/ui/button";
import { dateOf } from "~/ui/conform-field";
import { DateInput } from "~/ui/date-input";
import { Details } from "~/ui/details";
import { answerTo } from "~/ui/form-answer";
import { formatDay } from "~/ui/format-date";
import { IntentForm } from "~/ui/intent-form";
import { SummaryList } from "~/ui/summary-list";
import { WrittenText } from "~/ui/written-text";
import { INTEREST_NATURES, type Interest, KINS, type Member } from "../line";
import { memberRoleLabel } from "../member-role";
import type { Option } from "../question";
import type { Sent } from "./line-form";

type MemberDetailsProps = {
  member: Member;
  others: readonly Option[];
  interests: readonly Interest[];
  hrefOf: (id: string) => string;
};

const yesNo = (value: boolean | null) => (value === null ? "Not known yet" : value ? "Yes" : "No");

/** What is written of a member. */
export function MemberDetails({ member, others, interests, hrefOf }: MemberDetailsProps) {
  const { formSignedOn, startsOn, endsOn, publicOffice, party, otherOffices, kin, family } = member;
  const related = others.filter(({ value }) => member.relatedTo.includes(value));
  return (
    <SummaryList
      rows={[
        { key: "Role", value: memberRoleLabel(member.role) },
        { key: "Lives in the area", value: yesNo(member.livesHere) },
        { key: "Votes", value: yesNo(member.voting) },
        { key: "Paid", value: yesNo(member.paid) },
        { key: "Family or household here", value: family ?? KINS[kin] },
        {
          key: "Related to",
          value:
            related.length === 0
              ? "Nobody named"
              : related.map(({ value, label }) => (
                  <div key={value}>
                    <AppLink href={hrefOf(value)}>{label}</AppLink>
                  </div>
                )),
        },
        {
          key: "Other posts",
          value: otherOffices ? <WrittenText>{otherOffices}</WrittenText> : "None named",
        },
        {
          key: "Public office",
          value: publicOffice ? `${publicOffice}${party ? `, for ${party}` : ""}` : "None",
        },
        {
          key: "Membership form",
          value: formSignedOn ? `Signed on ${formatDay(formSignedOn)}` : "Not signed",
        },
        {
          key: "Interests",
          value:
            interests.length === 0
              ? "None declared"
              : interests.map(({ id, body, nature }) => (
                  <div key={id}>
                    {body}: {INTEREST_NATURES[nature].toLowerCase()}
                  </div>
                )),
        },
        { key: "Joined", value: formatDay(startsOn) },
        { key: "Left", value: endsOn ? formatDay(endsOn) : "Still here" },
      ]}
    />
  );
}

/** Says on which day a member left. */
export function LeftForm({ answer, formKey }: Sent) {
  const lastResult = answerTo(answer, "left");
  const [form, fields] = useForm<{ endsOn: string }>({ id: "left", lastResult });
  return (
    <Details summary="They have left, or are about to" open={lastResult !== undefined}>
      <IntentForm form={form} intent="left" formKey={formKey}>
        <DateInput {...dateOf(fields.endsOn)} label="The first day on which they are no member" quick />
        <Button>Save the day</Button>
      </IntentForm>
    </Details>
  );
}
