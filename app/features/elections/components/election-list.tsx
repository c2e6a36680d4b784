import { href } from "react-router";
import { AppLink } from "~/ui/app-link";
import { Details } from "~/ui/details";
import { FormButton } from "~/ui/form-button";
import { formatDay, formatDayRange } from "~/ui/format-date";
import { RecordList } from "~/ui/record-list";
import { Tag, type TagTone } from "~/ui/tag";
import { WrittenText } from "~/ui/written-text";
import { ELECTION_KINDS, type Nearness } from "../election";
import type { ElectionView } from "../election-views";
import { ElectionForm, type Sent } from "./election-form";

const NEARNESS: Record<Nearness, { words: string; tone: TagTone }> = {
  running: { words: "Pre-election period now", tone: "attention" },
  near: { words: "Begins soon", tone: "waiting" },
  ahead: { words: "To come", tone: "neutral" },
  over: { words: "Over", tone: "quiet" },
};

type ElectionListProps = Sent & {
  elections: readonly (ElectionView & { canKeep: boolean })[];
};

/** Elections with their pre-election periods; whoever keeps them can correct each, or take it off the list. */
export function ElectionList({ elections, answer, formKey }: ElectionListProps) {
  return (
    <RecordList
      label="Elections"
      items={elections.map((election) => ({
        id: election.id,
        title: (
          <>
            <AppLink href={href("/organisations/:id", { id: election.councilId })}>
              {election.council}
            </AppLink>
            {`: ${ELECTION_KINDS[election.kind]}, ${formatDay(election.pollOn)}`}
          </>
        ),
        tag: <Tag tone={NEARNESS[election.nearness].tone}>{NEARNESS[election.nearness].words}</Tag>,
        facts: factsOf(election),
        children: (
          <>
            {election.note ? <WrittenText>{election.note}</WrittenText> : null}
            {election.canKeep ? <Keeping election={election} answer={answer} formKey={formKey} /> : null}
          </>
        ),
      }))}
    />
  );
}

function factsOf({ period, source }: ElectionView): string[] {
  const how = period.published ? "first day published" : "first day counted back from the poll";
  const days = `Pre-election period ${formatDayRange(period.from, period.to)}`;
  return [days, how, ...(source ? [`From ${source}`] : [])];
}

function Keeping({ election, answer, formKey }: Sent & { election: ElectionView }) {
  const { id, revision, council, pollOn } = election;
  const intent = `correct:${id}`;
  return (
    <>
      <Details summary="Correct" open={answer?.intent === intent}>
        <ElectionForm intent={intent} election={election} answer={answer} formKey={formKey} key={revision} />
      </Details>
      <FormButton
        fields={{ intent: `remove:${id}` }}
        idempotencyKey={formKey}
        variant="secondary"
        about={`${council}, ${formatDay(pollOn)}`}
      >
        Take off the list
      </FormButton>
    </>
  );
}
