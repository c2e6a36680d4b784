import { spawn } from "node:child_process";

/** Generates and builds what is out of date, as a start does; for runs that are no part of `npm test`. */
export function ensureBuilt(): Promise<void> {
  const args = ["--import", "tsx", "app/server/prepare.ts"];
  const child = spawn(process.execPath, args, { stdio: "inherit", env: { ...process.env, PORT: "0" } });
  return new Promise((done, failed) => {
    child.on("error", failed);
    child.on("close", (code) =>
      code === 0 ? done() : failed(new Error("What is to be tested could not be built: see above.")),
    );
  });
}
