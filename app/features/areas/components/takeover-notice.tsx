import { formatDay } from "~/ui/format-date";
import { InsetText } from "~/ui/inset-text";

type Told = { predecessor: string; successor: string; on: string; past: boolean };

/** Which council takes over from which, told to both sides before the day and for some weeks after it. */
export function TakeoverNotice({ takeovers }: { takeovers: readonly Told[] }) {
  if (takeovers.length === 0) return null;
  return (
    <InsetText>
      {takeovers.map(({ predecessor, successor, on, past }) => (
        <p className="govuk-body" key={`${predecessor} ${on}`}>
          {past
            ? `Since ${formatDay(on)} ${successor} has taken over from ${predecessor}. What was open goes on; what was recorded before keeps the old name.`
            : `From ${formatDay(on)} ${successor} takes over from ${predecessor}. What is open then goes on with ${successor}. Until that day nothing changes.`}
        </p>
      ))}
    </InsetText>
  );
}
