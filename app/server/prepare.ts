import { getEnvironment } from "../platform/environment.server.ts";
import { buildIfNeeded, generateIfNeeded } from "./build.ts";
import { endWith } from "./fault.ts";
import { checkAddress, stopOnSignal } from "./serve.ts";

const say = (message: string): void => {
  process.stdout.write(`${message}\n`);
};

/** What a start needs before there is anything to start: all that can be said at once is, before minutes go into it. */
async function main(signal: AbortSignal): Promise<void> {
  const { HOST, PORT } = getEnvironment();
  await checkAddress(HOST, PORT);
  await generateIfNeeded(say, signal);
  await buildIfNeeded(say, signal);
}

const ending = new AbortController();
stopOnSignal(async () => ending.abort());
main(ending.signal).then(
  () => process.exit(0),
  (error: unknown) => {
    if (!ending.signal.aborted) endWith(error);
  },
);
