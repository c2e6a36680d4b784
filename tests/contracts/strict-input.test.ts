import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { z } from "zod";

const READ =
  "made by this tracker’s own readers, which have checked every cell of a file: no form carries it";

/** Where an input takes a value it does not look into, each with why. */
const UNSEEN: Readonly<Record<string, string>> = {
  "imports.areas.rows": READ,
  "imports.contacts.rows": READ,
  "imports.councils.rows": READ,
  "imports.look.body": "the bytes of a file as they came, read by the readers",
  "imports.meetings.rows": READ,
  "imports.people.rows": READ,
};

type Declared = { id: string; input: z.ZodType };

const files = readdirSync("app", { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".commands.server.ts"))
  .map((file) => `${process.cwd()}/app/${file}`);

function isCommand(value: unknown): value is Declared {
  return typeof value === "object" && value !== null && "says" in value && "input" in value;
}

/** Every command there is, as the application runs it. */
async function declared(): Promise<Declared[]> {
  const modules: unknown[] = [];
  for (const file of files) modules.push(await import(/* @vite-ignore */ file));
  return modules.flatMap((module) => Object.values(module as Record<string, unknown>).filter(isCommand));
}

/** Where what is sent may carry more than the schema names, and where nobody looks: by the path that leads there. */
function openIn(schema: z.core.$ZodType, path: string): { loose: string[]; unseen: string[] } {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  const all = (parts: readonly (readonly [z.core.$ZodType, string])[], loose: string[] = []) => {
    const found = parts.map(([part, to]) => openIn(part, to));
    return {
      loose: [...loose, ...found.flatMap((each) => each.loose)],
      unseen: found.flatMap((each) => each.unseen),
    };
  };
  switch (def.type) {
    case "object": {
      const isStrict = def.catchall?._zod.def.type === "never";
      const parts = Object.entries(def.shape).map(([key, part]) => [part, `${path}.${key}`] as const);
      return all(parts, isStrict ? [] : [path]);
    }
    case "array":
      return all([[def.element, `${path}[]`]]);
    case "tuple":
      return all(def.items.map((part, at) => [part, `${path}[${at}]`] as const));
    case "union":
      return all(def.options.map((part) => [part, path] as const));
    case "intersection":
      return all([def.left, def.right].map((part) => [part, path] as const));
    case "pipe":
      return all([def.in, def.out].map((part) => [part, path] as const));
    case "record":
      return all([[def.valueType, `${path}{}`]]);
    case "optional":
    case "nullable":
    case "nonoptional":
    case "default":
    case "prefault":
    case "catch":
    case "readonly":
      return all([[def.innerType, path]]);
    case "string":
    case "number":
    case "boolean":
    case "literal":
    case "enum":
    case "null":
    case "undefined":
    case "never":
    // What a `preprocess` is told before the schema behind it: the path goes on there.
    case "transform":
      return { loose: [], unseen: [] };
    default:
      return { loose: [], unseen: [path] };
  }
}

describe("what a command is told", async () => {
  const commands = await declared();
  const open = commands.map(({ id, input }) => openIn(input, id));

  it("is looked at for every command there is", () => {
    const texts = files.map((file) => readFileSync(file, "utf8"));
    const ids = texts.flatMap((text) =>
      [...text.matchAll(/\bcommand\(\{\s*id: "([^"]+)"/g)].map(([, id]) => id),
    );
    // A file keeps a part of its own to itself: that says so where it stands.
    const kept = texts.flatMap((text) => [
      ...text.matchAll(/^const \w+ = command\(\{\s*id: "([^"]+)",\s*input: z\.strictObject\(/gm),
    ]);
    const all = [...commands.map(({ id }) => id), ...kept.map(([, id]) => id)];
    expect([...new Set(all)].sort()).toEqual(ids.sort());
    expect(ids.length).toBeGreaterThan(200);
  });

  it("is what its schema names, and nothing more, however deep", () => {
    expect(open.flatMap(({ loose }) => loose)).toEqual([]);
  });

  it("is looked into, but where there is a reason not to", () => {
    expect(open.flatMap(({ unseen }) => unseen).sort()).toEqual(Object.keys(UNSEEN).sort());
  });

  it("is refused with a field too many", () => {
    const taken = commands.filter(({ input }) => {
      const each = input instanceof z.ZodUnion ? input.options : [input];
      return each.some((one) => {
        const { error } = z.safeParse(one, { "not-asked-for": "yes" });
        return !error?.issues.some(({ code }) => code === "unrecognized_keys");
      });
    });
    expect(taken.map(({ id }) => id)).toEqual([]);
  });

  it.each([
    ["an object", z.object({ a: z.string() }), ["x"]],
    ["one of a list, behind a default", z.array(z.object({})).default([]), ["x[]"]],
    ["one of several", z.strictObject({ a: z.strictObject({}).or(z.object({})) }), ["x.a"]],
    ["one that says what else may come", z.strictObject({ a: z.looseObject({}).nullish() }), ["x.a"]],
    ["none", z.strictObject({ a: z.array(z.strictObject({ b: z.string() })) }), []],
  ])("shows where it lets more in: %s", (_, schema, loose) => {
    expect(openIn(schema, "x").loose).toEqual(loose);
  });
});
