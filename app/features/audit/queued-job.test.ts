import { expect, it } from "vitest";
import { jobState, taskWords } from "./queued-job";

const job = { id: "1", task: "send-link", most: 8, runAt: new Date(0) };

it.each([
  [{ attempts: 0, isRunning: false, errorKind: null }, "waiting"],
  [{ attempts: 1, isRunning: true, errorKind: null }, "running"],
  [{ attempts: 8, isRunning: true, errorKind: "Error" }, "running"],
  [{ attempts: 3, isRunning: false, errorKind: "TypeError" }, "tried again later"],
  [{ attempts: 8, isRunning: false, errorKind: "Error" }, "given up"],
])("%j is %s", (part, state) => {
  expect(jobState({ ...job, ...part })).toBe(state);
});

it.each([
  ["retention", "Forget what is kept no longer"],
  ["a task of before", "a task of before"],
  ["constructor", "constructor"],
])("%s is said as: %s", (task, words) => {
  expect(taskWords(task)).toBe(words);
});
