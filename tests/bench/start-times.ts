import { cpSync, existsSync, mkdirSync, rmSync, symlinkSync } from "node:fs";
import { resolve } from "node:path";
import { PRODUCTION, startArgs, startProgram } from "./app-server.ts";
import { atMost, figure, type Row, told } from "./table.ts";

const CLONE = ".cache/bench/clone";
const SECOND_START_S = 3;

/** From `npm start` to the first page: in a copy with libraries and nothing built, then in the same one again. */
export async function measureStarts(): Promise<Row[]> {
  copySources();
  try {
    const cold = await startToPage();
    const second = await startToPage();
    return [
      told("cold: libraries there, nothing built, demonstration loaded", figure(cold, "s")),
      atMost("second start to first page", second, SECOND_START_S, "s"),
    ];
  } finally {
    rmSync(CLONE, { recursive: true, force: true });
  }
}

function copySources(): void {
  rmSync(CLONE, { recursive: true, force: true });
  mkdirSync(CLONE, { recursive: true });
  const filter = (path: string) => path !== "app/generated";
  for (const name of ["app", "prisma", "public", "tests"])
    cpSync(name, `${CLONE}/${name}`, { recursive: true, filter });
  const files = [
    "package.json",
    "package-lock.json",
    "tsconfig.json",
    "vite.config.ts",
    "react-router.config.ts",
  ];
  for (const name of [...files, "prisma.config.ts"]) if (existsSync(name)) cpSync(name, `${CLONE}/${name}`);
  symlinkSync(resolve("node_modules"), `${CLONE}/node_modules`, "junction");
}

async function startToPage(): Promise<number> {
  const started = performance.now();
  const env = { ...PRODUCTION, DATA_DIR: "data" };
  const program = await startProgram({
    args: startArgs(),
    env,
    log: "start",
    cwd: CLONE,
    ready: "/",
  });
  const seconds = (performance.now() - started) / 1000;
  await program.stop();
  return seconds;
}
