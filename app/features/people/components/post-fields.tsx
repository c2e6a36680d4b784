import { fieldOf } from "~/ui/conform-field";
import { Details } from "~/ui/details";
import { Select } from "~/ui/select";
import { TextInput } from "~/ui/text-input";
import { POST_LEVELS, rolesOf } from "../person";

type Field = { id: string; name: string; errors?: string[] | undefined; defaultValue?: string | undefined };
type PostFieldsProps = {
  fields: Record<"role" | "level" | "topic" | "ward" | "party" | "cabinetPost", Field>;
  /** Shows the details unfolded: when there are some. */
  open: boolean;
};

/** What a post is: its role, and for councillors ward, party and cabinet post. */
export function PostFields({ fields, open }: PostFieldsProps) {
  return (
    <>
      <Select
        {...fieldOf(fields.role)}
        label="Role"
        placeholder="Choose a role"
        options={[
          { group: "Community", options: rolesOf("community") },
          { group: "Council", options: rolesOf("council") },
        ]}
      />
      <TextInput
        {...fieldOf(fields.topic)}
        label="What they deal with"
        hint="Such as parks or housing"
        optional
        width={20}
      />
      <Details summary="Ward, party, cabinet post or another level" open={open}>
        <TextInput {...fieldOf(fields.ward)} label="Ward" optional width={20} />
        <TextInput {...fieldOf(fields.party)} label="Party" optional width={20} />
        <TextInput {...fieldOf(fields.cabinetPost)} label="Cabinet post" optional width={20} />
        <Select
          {...fieldOf(fields.level)}
          label="Level"
          placeholder="As usual for the role"
          options={Object.entries(POST_LEVELS).map(([value, label]) => ({ value, label }))}
        />
      </Details>
    </>
  );
}
