import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { SchemaEngine } from "@prisma/schema-engine-wasm";
import { engineAdapter } from "./engine-adapter.ts";

type Bindings = {
  SchemaEngine: typeof SchemaEngine;
  __wbg_set_wasm: (exports: WebAssembly.Exports) => void;
};

let loading: Promise<Bindings> | undefined;

/** Runs work with Prisma's schema engine as WebAssembly on a database: nothing is downloaded. */
export async function withSchemaEngine<T>(
  url: string,
  datamodels: Array<[string, string]>,
  work: (engine: SchemaEngine) => Promise<T>,
): Promise<T> {
  // Once per process: a second instance spoils the memory of the first.
  loading ??= load();
  const bindings = await loading;
  const { adapter, close, failure } = engineAdapter(url);
  try {
    const engine = await bindings.SchemaEngine.new({ datamodels }, () => undefined, adapter);
    return await work(engine);
  } catch (error) {
    // The engine knows only that a query failed; what PostgreSQL said is more use.
    throw failure() ?? error;
  } finally {
    await close();
  }
}

/** Node 20 cannot import a .wasm file, so the steps of the package's own entry are taken by hand. */
async function load(): Promise<Bindings> {
  // Without it a panic of the engine shows as "Cannot read properties of undefined".
  Reflect.set(globalThis, "PRISMA_WASM_PANIC_REGISTRY", { set_message: panicked });
  const path = createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm/schema_engine_bg");
  const bindings = await import("@prisma/schema-engine-wasm/schema_engine_bg");
  const bytes = readFileSync(join(dirname(path), "schema_engine_bg.wasm"));
  const { instance } = await WebAssembly.instantiate(bytes, { "./schema_engine_bg.js": bindings });
  bindings.__wbg_set_wasm(instance.exports);
  const start = instance.exports.__wbindgen_start;
  if (typeof start === "function") start();
  return bindings;
}

function panicked(message: string): void {
  process.stderr.write(`${message}\n`);
}
