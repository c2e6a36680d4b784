const TASK_WORDS = new Map(
  Object.entries({
    "send-link": "Send a single-use link",
    "send-account-mail": "Send a mail about an account",
    "send-check-in": "Send a check-in",
    "close-check-ins": "Close check-ins whose days are over",
    retention: "Forget what is kept no longer",
    "publish-release": "Publish a release of research figures",
    "end-studies": "End studies whose day has come",
    "sweep-files": "Clear away files of nobody",
  }),
);

/** What a job does, in words; its task where it is none of today's. */
export function taskWords(task: string): string {
  return TASK_WORDS.get(task) ?? task;
}

/** A job of the queue, as an admin sees it: its task and what kind of error there was, and nothing of what it is about. */
export type QueuedJob = {
  id: string;
  task: string;
  attempts: number;
  most: number;
  runAt: Date;
  isRunning: boolean;
  /** The kind of its last error; null: none yet. */
  errorKind: string | null;
};

export type JobState = "running" | "given up" | "tried again later" | "waiting";

export const JOB_STATE_WORDS: Record<JobState, string> = {
  running: "Running now",
  "given up": "Given up",
  "tried again later": "Failed, will be tried again",
  waiting: "Waiting",
};

/** Where a job stands. */
export function jobState({ isRunning, errorKind, attempts, most }: QueuedJob): JobState {
  if (isRunning) return "running";
  if (errorKind === null) return "waiting";
  return attempts >= most ? "given up" : "tried again later";
}
