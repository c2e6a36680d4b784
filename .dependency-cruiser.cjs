/**
 * The import rules of the house (README, "Eight rules"), as patterns that guard a feature from the day its
 * folder is made. tests/contracts/import-rules.test.ts plants a violation of each and sees it go red.
 * The order of the features is declared in one place: tests/contracts/feature-order.json.
 */
const { builtinModules } = require("node:module");
const featureOrder = require("./tests/contracts/feature-order.json");

const TEST = "\\.test\\.tsx?$";
const SERVER = "\\.server\\.tsx?$";
/** A command-line program of a feature counts as server code. */
const CLI = "/cli\\.ts$";
const COMPONENTS = "/components/";
const LISTS =
  "^app/(features/(evidence/kinds|scoring/(rules|methods)|actions/rules)|jobs|emails)/index\\.ts$";
const PRISMA = "^app/generated/|(^|/)node_modules/(\\.prisma|@prisma|prisma)/";
const NODE = `^(node:)?(${builtinModules.filter((name) => !name.startsWith("_")).join("|")})$`;
const PACKAGES_WITH_EFFECTS = "(^|/)node_modules/(pg|express|better-auth|pino|nodemailer|node-fetch)/";
const REACT = "(^|/)node_modules/(react|react-dom|react-router|@react-router|@conform-to|recharts)/";
const ZOD = "(^|/)node_modules/zod/";

/** The one write of another feature that a command makes itself: a register's row has its base row (decision 10). */
const RECORDING = "^app/features/records/recording\\.server\\.ts$";

/** A feature's files that are neither server code, nor components, nor tests: rules 2 and 3 call them pure. */
const PURE = { path: "^app/features/", pathNot: [SERVER, CLI, COMPONENTS, TEST] };

const error = (name, comment, from, to) => ({ name, severity: "error", comment, from, to });

const bottom = [
  error(
    "platform-imports-nothing-above",
    "Platform knows no domain word. Pass the value in, or move the code up to the feature that owns it.",
    { path: "^app/platform/", pathNot: TEST },
    { path: "^app/(?!platform/|generated/)" },
  ),
  error(
    "ui-imports-nothing-above",
    "A component in ui knows no domain word. Pass plain values, or move it to the feature's components/.",
    { path: "^app/ui/", pathNot: TEST },
    { path: "^app/(?!ui/|platform/)" },
  ),
];

const pure = [
  error(
    "pure-imports-pure-only",
    "A file without .server is pure: it may import pure files only. Move the read or write to *.server.ts.",
    PURE,
    { path: [SERVER, COMPONENTS, "^app/(ui|routes|jobs|emails|composition|server)/", "\\.tsx$"] },
  ),
  error(
    "pure-reaches-no-machine",
    "A pure file reaches neither database, React nor Node, not even through another file.",
    PURE,
    { path: [PRISMA, NODE, PACKAGES_WITH_EFFECTS, REACT], reachable: true },
  ),
];

/** One entry a feature: it may not import a feature that is declared after it. */
const downhill = featureOrder.map((feature, index) =>
  error(
    "imports-go-downhill",
    `${feature} may import only features before it in tests/contracts/feature-order.json. Pass the value in.`,
    { path: `^app/features/${feature}/`, pathNot: TEST },
    { path: `^app/features/(${featureOrder.slice(index + 1).join("|") || "(?!)"})/` },
  ),
);

const features = [
  ...downhill,
  error(
    "features-are-declared",
    "A new feature takes its place in tests/contracts/feature-order.json first.",
    { path: `^app/features/(?!(${featureOrder.join("|")})/)` },
    {},
  ),
  error(
    "server-imports-queries-of-others",
    "Of another feature, server code imports its queries alone. Writing in two features is a composition.",
    { path: `^app/features/([^/]+)/.*(${SERVER}|${CLI})` },
    {
      path: `^app/features/[^/]+/.*${SERVER}`,
      pathNot: ["^app/features/$1/", "queries\\.server\\.ts$", RECORDING],
    },
  ),
  error(
    "server-imports-no-view",
    "Queries and commands return values; pages decide how they look.",
    { path: `^app/features/.*(${SERVER}|${CLI})` },
    { path: [COMPONENTS, "^app/ui/", REACT] },
  ),
  error(
    "components-import-own-and-ui",
    "A component imports its own feature's pure files, ui and platform's plain ones. Pass the rest as props.",
    { path: "^app/features/([^/]+)/components/", pathNot: TEST },
    { path: "^app/", pathNot: ["^app/features/$1/", "^app/ui/", "^app/platform/"] },
  ),
  error(
    "browser-code-reaches-no-server",
    "What a browser runs reaches no server file, database or Node module. Take the value from the loader.",
    { path: "^app/(features/[^/]+/components|ui)/", pathNot: TEST },
    { path: [SERVER, PRISMA, NODE, PACKAGES_WITH_EFFECTS], reachable: true },
  ),
  error(
    "zod-stays-on-the-server",
    "Checks of input are a command's; a browser downloads no zod. Take problems from the action's answer.",
    { path: "^app/(features/[^/]+/components|ui)/", pathNot: TEST },
    { path: ZOD },
  ),
  error(
    "features-import-no-job-or-mail",
    "A feature writes an event; jobs listen to it and mail is worded there.",
    { path: "^app/(features|composition)/", pathNot: TEST },
    { path: "^app/(jobs|emails)/" },
  ),
  error(
    "transactions-ask-nobody-outside",
    "Queries and commands run within a transaction, which waits for no service outside. Ask before, in a composition.",
    { path: "\\.(queries|commands)\\.server\\.ts$", pathNot: TEST },
    { path: "^app/platform/outside/", reachable: true },
  ),
  error(
    "only-the-top-joins-features",
    "Only routes, jobs and the server import compositions. A feature cannot climb: pass a value.",
    { path: "^app/(features|ui|platform|emails)/", pathNot: TEST },
    { path: "^app/(composition|server)/" },
  ),
];

const house = [
  error(
    "nobody-imports-a-route",
    "What two routes share belongs to a feature's components or queries. Link with href().",
    { path: "^(app|prisma)/", pathNot: TEST },
    { path: "^app/(routes/|routes\\.ts$|root\\.tsx$|entry\\.)" },
  ),
  error(
    "prisma-stays-in-its-rooms",
    "Prisma is used in *.server.ts of features and platform, in platform/database, builders and seed.",
    {
      path: "^(app|tests|prisma)/",
      pathNot: [
        `^app/(features|platform|composition)/.*${SERVER}`,
        "^app/(platform/database|generated)/",
        "^tests/(builders|setup)/",
        "^prisma/",
        "\\.(server|db)\\.test\\.ts$",
      ],
    },
    { path: PRISMA },
  ),
  error(
    "app-imports-no-tests",
    "What runs for people does not come from tests/ or prisma/; only app/server loads the seed and the fakes.",
    { path: "^app/", pathNot: [TEST, "^app/server/"] },
    { path: "^(tests|prisma)/" },
  ),
  error(
    "no-barrels",
    "Import the file itself; index.ts is for the lists (kinds, rules, methods, jobs, emails).",
    {},
    { path: "/index\\.tsx?$", pathNot: [LISTS, "^app/generated/", "(^|/)node_modules/"] },
  ),
  error(
    "no-cycles",
    "Two files that need each other are one file, or share a third.",
    {},
    { circular: true },
  ),
  error(
    "no-junk-drawers",
    "Name a file after what it does: utils, helpers, common, misc and shared say nothing.",
    {},
    { path: "/(utils?|helpers?|common|misc|shared)(/|\\.)", pathNot: "(^|/)node_modules/|^app/generated/" },
  ),
  error(
    "imports-resolve",
    "There is no such file or package.",
    { pathNot: "^app/generated/" },
    { couldNotResolve: true, pathNot: ["\\+types/", "^virtual:", "\\?"] },
  ),
];

module.exports = {
  forbidden: [...bottom, ...pure, ...features, ...house],
  options: {
    exclude: { path: "^(\\.react-router|build|public)/|\\.scss$" },
    doNotFollow: { path: "node_modules|^app/generated/" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      extensions: [".ts", ".tsx", ".mjs", ".cjs", ".js", ".json", ".d.ts"],
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "default", "types"],
      mainFields: ["module", "main", "types"],
    },
    cache: false,
  },
};
