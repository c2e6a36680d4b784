import { AppLink } from "~/ui/app-link";
import { formatDay } from "~/ui/format-date";
import { InsetText } from "~/ui/inset-text";

type Leaver = {
  id: string;
  href: string;
  outgoing: string;
  post: string;
  lastDay: string;
  incoming: string | null;
  /** The post is empty by now. */
  vacant: boolean;
};

/** Who leaves, and which posts are empty, told to both sides; nothing where nobody does. */
export function LeaverNotice({ leavers }: { leavers: readonly Leaver[] }) {
  if (leavers.length === 0) return null;
  return (
    <InsetText>
      <h2 className="govuk-heading-s">Posts that change hands</h2>
      <ul className="govuk-list">
        {leavers.map(({ id, href, outgoing, post, lastDay, incoming, vacant }) => (
          <li key={id}>
            <AppLink href={href}>{outgoing}</AppLink>, {post}: {vacant ? "empty since their" : "their"} last
            day, {formatDay(lastDay)}. {incoming ? `${incoming} follows.` : "Nobody follows yet."}
          </li>
        ))}
      </ul>
    </InsetText>
  );
}
