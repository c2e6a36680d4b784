import { giveFile } from "~/composition/give-file.server";
import { findMemberRows, readOwn } from "~/composition/partnership-page.server";
import { csvText } from "~/platform/csv-text";
import type { Route } from "./+types/members-csv";

const HEADS = ["Name", "Role", "Lives in the area", "Votes", "Form signed on", "Joined on", "Left on"];
const yesNo = (value: boolean | null) => (value === null ? "" : value ? "yes" : "no");

/** The members, and those who have left, as a spreadsheet. */
export async function loader({ context, params }: Route.LoaderArgs) {
  const { members, past } = await readOwn(context, params.area, findMemberRows);
  const rows = [...members, ...past].map((row) => {
    const { name, role, livesHere, voting, formSignedOn, startsOn, endsOn } = row;
    return [name, role, yesNo(livesHere), yesNo(voting), formSignedOn ?? "", startsOn, endsOn ?? ""];
  });
  const content = new TextEncoder().encode(csvText([HEADS, ...rows]));
  return giveFile({ context, params }, content, { name: "members.csv", mime: "text/csv; charset=utf-8" });
}
