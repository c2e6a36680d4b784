import { type ChildProcess, spawn } from "node:child_process";
import { environment } from "./environment.ts";

/** One step of the run: a program, or a function that throws where it finds something wrong. */
export type Step = {
  name: string;
  /** Steps it cannot do without: they run first, also where this one alone was asked for. */
  needs?: readonly string[];
  /** Steps that run before it where they run at all. */
  after?: readonly string[];
  /** Runs alone and shows its output as it goes, because it is long. */
  alone?: boolean;
  env?: Readonly<Record<string, string>>;
} & ({ args: readonly string[] } | { run: () => void | Promise<void> });

const atOnce = 2;

type Ending = { step: Step; problem: string | undefined };

/** Runs the steps, two at a time where they do not need each other; the name of the first that failed, if any. */
export async function runSteps(steps: readonly Step[]): Promise<string | undefined> {
  const waiting = [...steps];
  const running = new Map<string, { alone: boolean; ending: Promise<Ending>; stop: () => void }>();
  const isReady = (step: Step) =>
    [...(step.needs ?? []), ...(step.after ?? [])].every(
      (name) => !running.has(name) && !waiting.some((other) => other.name === name),
    ) &&
    running.size < (step.alone ? 1 : atOnce) &&
    ![...running.values()].some((other) => other.alone);
  while (waiting.length > 0 || running.size > 0) {
    for (let next = waiting.find(isReady); next; next = waiting.find(isReady)) {
      waiting.splice(waiting.indexOf(next), 1);
      running.set(next.name, { alone: next.alone ?? false, ...begin(next) });
    }
    const { step, problem } = await Promise.race([...running.values()].map((entry) => entry.ending));
    running.delete(step.name);
    if (problem !== undefined) {
      for (const other of running.values()) other.stop();
      await Promise.all([...running.values()].map((entry) => entry.ending));
      return step.name;
    }
  }
  return undefined;
}

function begin(step: Step): { ending: Promise<Ending>; stop: () => void } {
  const started = Date.now();
  const seconds = () => `${((Date.now() - started) / 1000).toFixed(1)} s`;
  let child: ChildProcess | undefined;
  let stopped = false;
  const work =
    "run" in step
      ? callFunction(step.run)
      : runProgram(step.args, step, (it) => {
          child = it;
        });
  const ending = work.then((problem) => {
    if (problem === undefined) process.stdout.write(`ok    ${step.name.padEnd(12)} ${seconds()}\n`);
    else if (!stopped)
      process.stdout.write(`${problem}\nFAIL  ${step.name.padEnd(12)} ${seconds()}\n${again(step)}`);
    return { step, problem };
  });
  const stop = () => {
    stopped = true;
    child?.kill("SIGTERM");
  };
  return { ending, stop };
}

/** How to run the failed step again, with what it needs, and nothing else. */
function again({ name }: Step): string {
  return `Again, alone: npm test -- ${name}\n`;
}

async function callFunction(run: () => void | Promise<void>): Promise<string | undefined> {
  try {
    await run();
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** Runs Node with the arguments, without input; resolves to its output where it fails. */
function runProgram(
  args: readonly string[],
  step: Step,
  started: (child: ChildProcess) => void,
): Promise<string | undefined> {
  return new Promise((resolve) => {
    const output: Buffer[] = [];
    const out = step.alone ? "inherit" : "pipe";
    const child = spawn(process.execPath, args, {
      stdio: ["ignore", out, out],
      env: { ...environment(), ...step.env },
    });
    started(child);
    child.stdout?.on("data", (chunk: Buffer) => output.push(chunk));
    child.stderr?.on("data", (chunk: Buffer) => output.push(chunk));
    child.on("error", (error) => resolve(error.message));
    child.on("close", (code) => resolve(code === 0 ? undefined : Buffer.concat(output).toString("utf8")));
  });
}
