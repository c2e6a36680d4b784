/** How a column is told: its words, the name of the person it names, a day, or an answer from a list. */
export type Telling = string | readonly [label: string, how: "person" | "day" | "choice"];

/**
 * A table that says something about a record: how it leads there, and which of its columns are told. `under`: the table
 * that stands between it and the record.
 */
export type Source = {
  key: string;
  under?: { table: string; key: string };
  columns: Readonly<Record<string, Telling>>;
};

const person = (label: string) => [label, "person"] as const;
const day = (label: string) => [label, "day"] as const;
const choice = (label: string) => [label, "choice"] as const;

/** Everything a record says, table by table. A test says of every other column of words why not. */
export const SOURCES: Readonly<Record<string, Source>> = {
  record: { key: "id", columns: { title: "Title", void_reason: "Why it should not count" } },
  meeting: {
    key: "record_id",
    columns: {
      status: choice("State"),
      how: choice("How"),
      place: "Place",
      purpose: "Purpose",
      went_well: "What went well",
      went_badly: "What went badly",
      tone: choice("Tone"),
    },
  },
  meeting_series: { key: "record_id", columns: { place: "Place" } },
  meeting_attendance: {
    key: "meeting_id",
    columns: { person_id: person("Who"), capacity: choice("Came as"), attendance: choice("Was there") },
  },
  meeting_decision: {
    key: "meeting_id",
    columns: { text: "Decision", how: choice("Decided by"), abstained: "Who stepped out" },
  },
  meeting_action: {
    key: "meeting_id",
    columns: { text: "Action", person_id: person("Action of"), due_on: day("Action by") },
  },
  minutes: {
    key: "meeting_id",
    columns: {
      text: "Minutes",
      council_dissent: "The council sees it otherwise",
      community_dissent: "The partnership sees it otherwise",
    },
  },
  commitment: {
    key: "record_id",
    columns: {
      by_person_id: person("Promised by"),
      to_person_id: person("Promised to"),
      detail: "More",
      due_on: day("By"),
      done_on: day("Done on"),
      done_note: "About its being done",
      told_note: "What was told",
      not_kept_on: day("Not kept"),
      not_kept_note: "About its not being kept",
      withdrawn_on: day("Withdrawn"),
      withdrawn_note: "About its being withdrawn",
    },
  },
  commitment_redating: {
    key: "commitment_id",
    columns: { new_due_on: day("Another day proposed"), reason: "Why", declined_reason: "Why not" },
  },
  day_move: {
    key: "record_id",
    columns: { to_on: day("Another day proposed"), reason: "Why", declined_reason: "Why not" },
  },
  request: {
    key: "record_id",
    columns: {
      to_person_id: person("Asked of"),
      detail: "More",
      asked_on: day("Asked on"),
      target_on: day("Answer wanted by"),
      holding_text: "First answer",
      answered_on: day("Answered on"),
      answer: choice("Answer"),
      answer_text: "What was answered",
      judgement: choice("How the asker found it"),
    },
  },
  referral: {
    key: "request_id",
    columns: {
      to_person_id: person("Passed to"),
      to_team: "Passed to the team",
      note: "About passing it on",
    },
  },
  project: {
    key: "record_id",
    columns: {
      aim: "Aim",
      lead_person_id: person("Led by"),
      responsibility: "What the council answers for",
      stage: choice("Stage"),
      ends_on: day("End"),
      closed_note: "How it ended",
      decision_from: "Waits for a decision of",
      case_text: "Why it is worth doing",
    },
  },
  project_team: { key: "project_id", columns: { name: "Team", adds: "What it adds" } },
  project_block: { key: "project_id", columns: { text: "Held up by", cleared_note: "How it was cleared" } },
  project_skill_gap: {
    key: "project_id",
    columns: { skill: "Skill it misses", filled_note: "How it was filled" },
  },
  project_lead_change: {
    key: "project_id",
    columns: {
      on: day("The lead changed"),
      to_person_id: person("Led from then by"),
      reason: "Why",
      decision_text: "Decision",
    },
  },
  milestone: {
    key: "record_id",
    columns: {
      council_person_id: person("For the council"),
      community_person_id: person("For the partnership"),
      due_on: day("By"),
      evidence: "What will show it",
      done_on: day("Done on"),
      done_note: "About its being done",
      acknowledged_note: "About its being acknowledged",
      dropped_note: "Why it was dropped",
      let_go_reason: "Why to let it go",
    },
  },
  rhythm: { key: "record_id", columns: { declined_reason: "Why not" } },
  evidence: {
    key: "record_id",
    columns: { fields: "Answers", outcome: choice("Outcome"), answer_words: "What was answered" },
  },
  evidence_link: { key: "evidence_id", columns: { person_id: person("Who") } },
  aim: {
    key: "record_id",
    columns: {
      detail: "More",
      acknowledged_words: "What the other side said",
      answer_words: "What its owner said",
    },
  },
  mou: {
    key: "record_id",
    columns: {
      other_parties: "Also part of it",
      starts_on: day("First day"),
      ends_on: day("Last day"),
      end_reason: "Why it should end",
    },
  },
  mou_clause: {
    key: "version_id",
    under: { table: "mou_version", key: "mou_id" },
    columns: { heading: choice("Clause"), text: "Words of the clause" },
  },
  mou_signatory: {
    key: "mou_id",
    columns: { name: "Signed by", person_id: person("Signed by"), signed_on: day("Signed on") },
  },
  mou_review: {
    key: "mou_id",
    columns: { outcome: choice("Outcome of a review"), note: "About the review" },
  },
  proposal: {
    key: "record_id",
    columns: {
      detail: "More",
      answer: choice("Answer"),
      answer_text: "What was answered",
      withdrawn_reason: "Why it was withdrawn",
    },
  },
  handover: {
    key: "record_id",
    columns: {
      outgoing_id: person("Who leaves"),
      incoming_id: person("Who follows"),
      effective_on: day("First day without who leaves"),
      note: "What the next person needs to know",
      withdrawn_note: "Why they stay",
    },
  },
  note: { key: "record_id", columns: { person_id: person("About"), text: "Note" } },
  reply: { key: "record_id", columns: { text: "Reply", by_person_id: person("Reply by") } },
  attachment: { key: "record_id", columns: { name: "File with it" } },
};
