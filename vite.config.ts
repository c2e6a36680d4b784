import { fileURLToPath } from "node:url";
import { reactRouter } from "@react-router/dev/vite";
import { defineConfig, type Plugin } from "vite";
import { hashOfSources, noteBuilt } from "./app/server/sources.ts";

/** Notes what a whole build was made from, so that a start can tell whether to build again. */
function recordSources(isSsrBuild: boolean): Plugin {
  const hash = hashOfSources();
  return {
    name: "record-sources",
    apply: "build",
    closeBundle: () => (isSsrBuild ? noteBuilt(hash) : undefined),
  };
}

// Few files rather than many small ones: what every page needs, and our own components. Charts stay apart, since they
// are fetched only where one is drawn, and then only when the page is idle.
const chunks = [
  { name: "library", test: /node_modules\/(react|react-dom|react-router|scheduler|cookie|@conform-to)\// },
  { name: "ui", test: /\/app\/ui\/(?!charts\/)/ },
];

export default defineConfig(({ isSsrBuild = false, command }) => ({
  resolve: { alias: { "~": fileURLToPath(new URL("./app", import.meta.url)) } },
  plugins: [reactRouter(), ...(command === "build" ? [recordSources(isSsrBuild)] : [])],
  css: {
    // govuk-frontend holds a hack for an old browser that the minifier takes for an error.
    lightningcss: { errorRecovery: true },
    preprocessorOptions: { scss: { loadPaths: ["node_modules"], quietDeps: true } },
  },
  // Bundled whole: loaded from node_modules, React Router would always be its development build.
  ...(command === "build" ? { ssr: { noExternal: true } } : {}),
  build: isSsrBuild
    ? { rollupOptions: { input: "./app/server/app.ts" }, target: "node20" }
    : { rollupOptions: { output: { advancedChunks: { groups: chunks } } } },
}));
