import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { brotliCompress, gzip } from "node:zlib";
import { reactRouter } from "@react-router/dev/vite";
import { type Alias, defineConfig, type Plugin } from "vite";
import { hashOfSources, noteBuilt } from "./app/server/sources.ts";

/** Notes what a whole build was made from, so that a start can tell whether to build again. */
function recordSources(): Plugin {
  const hash = hashOfSources();
  let isWritten = false;
  return {
    name: "record-sources",
    apply: "build",
    // The server is built last. A bundle that failed is closed too.
    writeBundle() {
      isWritten = this.environment.name === "ssr";
    },
    closeBundle: () => (isWritten ? noteBuilt(hash) : undefined),
  };
}

/** Builds the start too, so that nothing has to read TypeScript once the pages are built. */
function withStart(): Plugin {
  return {
    name: "with-start",
    apply: "build",
    buildStart() {
      this.emitFile({
        type: "chunk",
        id: "./app/server/main.ts",
        fileName: "start.js",
        preserveSignature: "strict",
      });
    },
  };
}

/** Puts beside each script and style what is sent of it, compressed as far as it goes: once here, not at each request. */
function precompress(): Plugin {
  const folder = "build/client/assets";
  const smaller = async (name: string) => {
    const text = readFileSync(`${folder}/${name}`);
    writeFileSync(`${folder}/${name}.br`, await promisify(brotliCompress)(text));
    writeFileSync(`${folder}/${name}.gz`, await promisify(gzip)(text, { level: 9 }));
  };
  let isWritten = false;
  return {
    name: "precompress",
    apply: "build",
    writeBundle() {
      isWritten = this.environment.name === "client";
    },
    closeBundle: async () => {
      if (!isWritten) return;
      isWritten = false;
      await Promise.all(
        readdirSync(folder).flatMap((name) => (/\.(js|css)$/.test(name) ? [smaller(name)] : [])),
      );
    },
  };
}

// Few files rather than many small ones: what every page needs in two, and a feature's own parts in one. What one page
// alone needs stays with that page. Charts stay apart, since they are fetched only where one is drawn, and then only when
// the page is idle.
const CHARTS = /\/app\/ui\/charts\//;
// Forms of accounts, of a team and of an area’s end are on few pages, and wait for those.
const EVERYWHERE =
  /\/app\/(ui(?!\/(?:postcode|to-copy))|platform|composition|features\/(records|commitments|scoring(?!\/components\/(takeovers|health-day|health-grounds|method-comp))))\/|\/features\/areas\/(?!components\/(close|area-forms|takeover-form))|\/features\/identity\/(?!components\/(account|authenticator|recovery|code-form|own-second|passkey|single-sign|invite|open-inv|person-form|team|member)|invitation|role-words|token)|forget-drafts/;
const chunks = [
  {
    name: "library",
    test: /rolldown\/runtime|node_modules\/(react|react-dom|react-router|scheduler|cookie|@conform-to)\//,
    priority: 3,
  },
  {
    name: "ui",
    test: (id: string) => EVERYWHERE.test(id) && !CHARTS.test(id),
    minShareCount: 2,
    priority: 2,
  },
  // Whoever opens the one goes on to the other.
  { name: "plans", test: /\/app\/features\/(projects|handovers)\//, minShareCount: 2, priority: 2 },
  { name: "evidence", test: /\/app\/features\/(evidence|elections|audit)\//, minShareCount: 2, priority: 2 },
  {
    name: "people",
    test: /\/app\/features\/(people|partnership|organisations)\//,
    minShareCount: 2,
    priority: 2,
  },
  {
    name: (id: string) => /\/app\/features\/([\w-]+)\//.exec(id)?.[1] ?? null,
    minShareCount: 2,
    priority: 1,
  },
];

/** React Router's package names its development build alone, whatever it is asked for. */
function inProduction(command: "build" | "serve"): Alias[] {
  if (command === "serve") return [];
  const folder = fileURLToPath(new URL("./node_modules/react-router/dist/production/", import.meta.url));
  return [
    { find: /^react-router$/, replacement: `${folder}index.mjs` },
    { find: /^react-router\/dom$/, replacement: `${folder}dom-export.mjs` },
  ];
}

/** The queue looks for files of its own beside it, and most instances never load what sends mail. */
const NOT_BUNDLED = ["graphile-worker", "nodemailer"];

export default defineConfig(({ isSsrBuild = false, command }) => ({
  resolve: {
    alias: [
      { find: "~", replacement: fileURLToPath(new URL("./app", import.meta.url)) },
      ...inProduction(command),
    ],
  },
  plugins: [
    reactRouter(),
    ...(command === "build" ? (isSsrBuild ? [withStart(), recordSources()] : [precompress()]) : []),
  ],
  css: {
    // govuk-frontend holds a hack for an old browser that the minifier takes for an error.
    lightningcss: { errorRecovery: true },
    preprocessorOptions: { scss: { loadPaths: ["node_modules"], quietDeps: true } },
  },
  // Bundled whole and for production alone: else the libraries' development builds come along and are asked for.
  ...(command === "build"
    ? { ssr: { noExternal: true, external: NOT_BUNDLED }, define: { "process.env.NODE_ENV": '"production"' } }
    : {}),
  build: isSsrBuild
    ? { rollupOptions: { input: "./app/server/app.ts" }, target: "node20" }
    : { rollupOptions: { output: { advancedChunks: { groups: chunks } } } },
}));
