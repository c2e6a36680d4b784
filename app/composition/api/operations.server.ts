import type { z } from "zod";
import { attachFile } from "~/features/records/attachments.commands.server";
import { AREA_VIEWS } from "./area-views.server";
import { hasProperty, type JsonSchema, toJsonSchema, without } from "./json-schema.server";
import { verbsOf } from "./record-verbs.server";
import { RESEARCH, type ResearchRead } from "./research.server";
import type { AreaView, List, One, Part, Resource, Write } from "./resource.server";
import { RESOURCES } from "./resources.server";

/** What a write takes, beside what its address gives. */
export type Sent = {
  write: Write;
  body: JsonSchema;
  /** What a body may not name: the address or a header says it. */
  given: readonly string[];
  /** It overwrites words: which revision they were read at is sent as If-Match. */
  overwrites: boolean;
};

/** What one address does by one method. `path` holds its names in braces. */
export type Operation = { path: string; id: string; says: string; tag: string } & (
  | { does: "about-me" | "areas" }
  | { does: "view"; view: AreaView }
  | { does: "list"; resource: Resource; list: List }
  | { does: "one"; resource: Resource; one: One }
  | { does: "part"; resource: Resource; part: Part }
  | { does: "create" | "verb"; resource: Resource; sent: Sent }
  | { does: "research"; research: ResearchRead }
  | { does: "fetch-file" }
  | { does: "send-file"; commandId: string }
);

/** The method an operation answers to. */
export const methodOf = ({ does }: Operation) =>
  does === "create" || does === "verb" || does === "send-file" ? "POST" : "GET";

const AREA = "/areas/{area}";

/** Everything the API does, made from its views and resources. */
export const OPERATIONS: readonly Operation[] = [
  { path: "/me", id: "me", says: "Whose token this is, and what it is for", tag: "me", does: "about-me" },
  { path: "/areas", id: "areas", says: "The areas this token opens", tag: "areas", does: "areas" },
  ...AREA_VIEWS.map((view): Operation => {
    const path = view.name === "" ? AREA : `${AREA}/${view.name}`;
    return {
      path,
      id: camel(view.name === "" ? "area" : `area-${view.name}`),
      says: view.says,
      tag: "areas",
      does: "view",
      view,
    };
  }),
  ...RESOURCES.flatMap(operationsOf),
  {
    path: `${AREA}/records/{id}/files`,
    id: "sendFile",
    says: "Put a file on a record of any kind: its bytes as they are",
    tag: "files",
    does: "send-file",
    commandId: attachFile.id,
  },
  {
    path: `${AREA}/records/{id}/files/{file}`,
    id: "fetchFile",
    says: "One file of a record, as a download",
    tag: "files",
    does: "fetch-file",
  },
  ...RESEARCH.map((research): Operation => {
    const { id, says } = research;
    return { path: `/research${research.path}`, id, says, tag: "research", does: "research", research };
  }),
];

function operationsOf(resource: Resource): Operation[] {
  return [...readsOf(resource), ...writesOf(resource)];
}

function readsOf(resource: Resource): Operation[] {
  const { name, words, list, one } = resource;
  const frame = { resource, tag: name };
  const path = `${AREA}/${name}`;
  const found: Operation[] = [];
  if (list) {
    const says = `The ${words.many}, a page at a time`;
    found.push({ ...frame, path, id: camel(`list-${name}`), says, does: "list", list });
  }
  if (one)
    found.push({
      ...frame,
      path: `${path}/{id}`,
      id: camel(`get-${name}`),
      says: `One ${words.one}`,
      does: "one",
      one,
    });
  const parts = Object.entries(resource.parts ?? {}).map(([word, part]): Operation => {
    const address = { path: `${path}/{id}/${word}`, id: camel(`get-${name}-${word}`) };
    return { ...frame, ...address, says: part.says, does: "part", part };
  });
  return [...found, ...parts];
}

function writesOf(resource: Resource): Operation[] {
  const { name } = resource;
  const path = `${AREA}/${name}`;
  const writeOf = (write: Write, sent: Sent) => ({ resource, tag: name, says: write.says, sent });
  return [
    ...Object.entries(resource.create).map(([word, write]): Operation => {
      const address = word === "" ? path : `${path}/${word}`;
      const sent = { ...sentTo(write), overwrites: false };
      return { ...writeOf(write, sent), path: address, id: camel(`create-${name}-${word}`), does: "create" };
    }),
    ...Object.entries(verbsOf(resource)).map(([verb, write]): Operation => {
      const address = { path: `${path}/{id}/${verb}`, id: camel(`${name}-${verb}`) };
      return { ...writeOf(write, sentTo(write)), ...address, does: "verb" };
    }),
  ];
}

function sentTo(write: Write): Sent {
  const schema = toJsonSchema(write.input, "input");
  const given = [...write.fixed.names, "revision"];
  return { write, body: without(schema, given), given, overwrites: hasProperty(schema, "revision") };
}

function camel(words: string): string {
  return words.replace(/-+$/, "").replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}

type Match = { operation: Operation; names: Record<string, string> };

/** The operations of an address, by any method, with what its names stand for. Words win over names. */
export function operationsAt(path: string): Match[] {
  const parts = path.split("/").map(decoded);
  const found = OPERATIONS.flatMap((operation) => {
    const names = namesIn(operation.path.split("/"), parts);
    return names ? [{ operation, names }] : [];
  });
  const fewest = Math.min(...found.map(({ names }) => Object.keys(names).length));
  return found.filter(({ names }) => Object.keys(names).length === fewest);
}

function namesIn(
  pattern: readonly string[],
  parts: readonly (string | null)[],
): Record<string, string> | null {
  if (pattern.length !== parts.length) return null;
  const names: Record<string, string> = {};
  for (const [index, piece] of pattern.entries()) {
    const part = parts[index];
    if (part === null || part === undefined || (part === "") !== (piece === "")) return null;
    if (piece.startsWith("{")) names[piece.slice(1, -1)] = part;
    else if (piece !== part) return null;
  }
  return names;
}

function decoded(part: string): string | null {
  try {
    return decodeURIComponent(part);
  } catch {
    return null;
  }
}

/** The check of a question's parts, one by one: what lists of pages forgive, the API refuses. */
export function fieldsOfQuery(query: z.ZodObject): Record<string, z.ZodType> {
  return Object.fromEntries(
    Object.entries(query.shape as Record<string, z.ZodType>).map(([name, field]) => [name, bare(field)]),
  );
}

/** A check without what it falls back to. */
function bare(field: z.ZodType): z.ZodType {
  const kind = field._zod.def.type;
  const wraps = kind === "catch" || kind === "default" || kind === "optional" || kind === "nullable";
  return wraps ? bare((field as z.ZodOptional<z.ZodType>).unwrap()) : field;
}
