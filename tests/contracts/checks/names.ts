import { readdirSync } from "node:fs";
import { basename, join } from "node:path";
import featureOrder from "../feature-order.json";
import { type Check, filesIn } from "./tree.ts";

const kebab = "[a-z0-9]+(-[a-z0-9]+)*";
const word = new RegExp(`^${kebab}$`);
/** In routes a segment may be a parameter ($area) or a layout or index (_index). */
const routeWord = new RegExp(`^[$_]?${kebab}$`);
const methodName = /^\d{4}-\d{2}\.ts$/;
const ruleName = /^([RTDFA]\d|P|[CP][1-5]\.\d)(\.test)?\.ts$/;

/** What may stand between a file's name and `.ts`; each says what the file may touch. */
const roles = new Set([
  "policy",
  "transitions",
  "facts",
  "signals",
  "queries",
  "commands",
  "server",
  "client",
  "test",
  "db",
  "built",
  "journey",
  "table",
]);

const junk = /^(utils?|helpers?|common|misc|shared|lib)$|-(utils?|helpers?|service|manager)$/;
const lists =
  /^app\/(features\/(evidence\/kinds|scoring\/(rules|methods)|actions\/rules)|jobs|emails)\/index\.ts$/;

/** Files are kebab-case with a known role, no name says nothing, and a feature is declared in the order. */
export const names: Check = (root) => {
  const files = ["app", "prisma", "tests"].flatMap((folder) => filesIn(root, folder, /\.(tsx?|mjs|cjs)$/));
  return [...files.flatMap(problemsOf), ...undeclaredFeatures(root)];
};

function problemsOf(path: string): string[] {
  const say = (what: string) => [`${path}: ${what}`];
  const folders = path.split("/").slice(0, -1);
  const pieces = basename(path).split(".");
  const [name = "", ...rest] = pieces.slice(0, -1);
  const isRoute = path.startsWith("app/routes/");
  const isWord = (text: string) => (isRoute ? routeWord : word).test(text);
  const drawer = [...folders, name].find((each) => junk.test(each));
  if (drawer) return say(`"${drawer}" says nothing; name it after what it does`);
  if (name === "index" && !lists.test(path))
    return say("index.ts is for the lists only; import the file itself");
  const oddFolder = folders.find((each) => !isWord(each));
  if (oddFolder) return say(`folder "${oddFolder}" is not kebab-case`);
  if (/\/(rules|methods)\//.test(path) && (ruleName.test(basename(path)) || methodName.test(basename(path))))
    return [];
  if (!isWord(name)) return say(`"${name}" is not kebab-case`);
  const oddRole = isRoute ? rest.find((each) => !isWord(each)) : rest.find((each) => !roles.has(each));
  if (oddRole) return say(`".${oddRole}" is no known role (${[...roles].join(", ")})`);
  return misplaced(path);
}

function misplaced(path: string): string[] {
  if (!path.startsWith("app/features/")) return [];
  const inComponents = path.includes("/components/");
  if (path.endsWith(".tsx") && !inComponents)
    return [`${path}: components live in the feature's components/`];
  if (/\.(queries|commands)\.(?!server\.)/.test(path))
    return [`${path}: queries and commands end in .server.ts`];
  if (inComponents && path.endsWith(".server.ts")) return [`${path}: a component is no server file`];
  return [];
}

function undeclaredFeatures(root: string): string[] {
  const hasFeatures = filesIn(root, "app/features").length > 0;
  if (!hasFeatures) return [];
  return readdirSync(join(root, "app/features"))
    .filter((name) => !featureOrder.includes(name))
    .map((name) => `app/features/${name}: give it its place in tests/contracts/feature-order.json first`);
}
