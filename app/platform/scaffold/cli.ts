import { spawnSync } from "node:child_process";
import { systemClock, todayBy } from "../clock.ts";
import { scaffold } from "./scaffold.ts";
import { readTemplate, templateKinds } from "./template.ts";

/** `npm run new <kind> <name>`: one file, its test, and its line in the list, formatted and ready to be filled in. */
function main([kind, name]: readonly string[]): void {
  if (!kind || !name) throw new Error(usage());
  const written = scaffold(process.cwd(), { kind, name, day: todayBy(systemClock) });
  const biome = ["node_modules/@biomejs/biome/bin/biome", "check", "--write", "--log-level=error"];
  const code = written.filter((path) => path.endsWith(".ts"));
  if (code.length > 0)
    spawnSync(process.execPath, [...biome, ...code], { stdio: ["ignore", "ignore", "inherit"] });
  process.stdout.write(`${written.map((path) => `wrote ${path}`).join("\n")}\nThen: npm run check\n`);
}

function usage(): string {
  const examples = templateKinds().map((kind) => `  npm run new ${kind} ${readTemplate(kind).example}`);
  return `npm run new <kind> <name>\n${examples.join("\n")}`;
}

try {
  main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
