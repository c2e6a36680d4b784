import type { z } from "zod";
import type { Actor, AreaActor } from "~/features/identity/actor";
import type { RecordKind } from "~/features/records/record";
import {
  type Command,
  type CommandResult,
  type Execution,
  executeParsed,
  fieldsOf,
} from "~/platform/command.server";
import type { Reading } from "../request.server";
import { pageOfSize, perPage } from "./paging";

/** One page of a list. */
export type Page<T> = { items: T[]; count: number; page: number; pages: number };

/** Values of a command's input that the address decides: a body cannot name them. */
export type Fixed = { names: readonly string[]; values: (address: Address) => Record<string, string> };

/** What an address says: the area, as its actor stands there, and which one. */
export type Address = { area: string; id: string; actor: AreaActor };

/** A write over the API: a command, and which of its input the address gives. */
export type Write = {
  /** In a few words, for the description. */
  says: string;
  commandId: string;
  input: z.ZodType;
  fixed: Fixed;
  /** What the input of a write is once it is parsed; null: with which problems it is refused. */
  parse: (raw: unknown) => { input: unknown } | { fields: Record<string, string[]> };
  run: (input: unknown, execution: Execution<Actor>) => Promise<CommandResult<unknown>>;
};

/** A write that carries out this command. Without `fixed` the address gives the record's id alone. */
export function write<S extends z.ZodType, T, R>(
  command: Command<Actor, S, T, R>,
  says: string,
  fixed: Fixed = byId,
): Write {
  return {
    says,
    fixed,
    commandId: command.id,
    input: command.input,
    parse: (raw) => {
      const parsed = command.input.safeParse(raw);
      return parsed.success ? { input: parsed.data } : { fields: fieldsOf(parsed.error) };
    },
    run: (input, execution) => executeParsed(command, input as z.output<S>, execution),
  };
}

const byId: Fixed = { names: ["id"], values: ({ id }) => ({ id }) };
/** The address of something new gives its area alone. */
export const inArea: Fixed = { names: ["area"], values: ({ area }) => ({ area }) };
/** The address of something that is no record gives its area too. */
export const inAreaWithId: Fixed = { names: ["area", "id"], values: ({ area, id }) => ({ area, id }) };

type Read<T> = (actor: AreaActor, reading: Reading) => Promise<T>;

/** A list as the API gives it: which questions it takes, and one page of it. */
export type List = {
  query: z.ZodObject;
  item: z.ZodType;
  read: (query: Record<string, unknown>) => Read<Page<unknown>>;
};

/** A list: `item` names everything of an entry that leaves, and nothing else does. */
export function list<Q extends z.ZodObject, I extends z.ZodType>(
  query: Q,
  item: I,
  read: (actor: AreaActor, reading: Reading, query: z.output<Q>) => Promise<Page<z.input<I>>>,
): List {
  const hasPages = Object.hasOwn(query.shape, "page");
  return {
    query: hasPages ? query.extend({ per: perPage.optional() }) : query,
    item,
    read: (asked) => (actor, reading) => {
      const readPage = (page?: number) =>
        read(actor, reading, query.parse(page === undefined ? asked : { ...asked, page }));
      const page = Number(asked.page ?? 1);
      return hasPages && asked.per !== undefined
        ? pageOfSize(readPage, { page, per: Number(asked.per) })
        : readPage();
    },
  };
}

/** One thing by its id, or a view of the area by nothing. */
export type One = {
  view: z.ZodObject;
  read: (id: string) => Read<unknown>;
  /** Which one the address means now, where it is another; null: none that this actor sees. */
  movedTo?: (id: string) => Read<string | null>;
};

/** One thing: `view` names everything of it that leaves. Null: to this actor it is not there. */
export function one<V extends z.ZodObject>(
  view: V,
  read: (actor: AreaActor, reading: Reading, id: string) => Promise<z.input<V> | null>,
  movedTo?: (actor: AreaActor, reading: Reading, id: string) => Promise<string | null>,
): One {
  return {
    view,
    read: (id) => (actor, reading) => read(actor, reading, id),
    ...(movedTo ? { movedTo: (id: string) => (actor, reading) => movedTo(actor, reading, id) } : {}),
  };
}

/** A view of the whole area, with what may be asked of it. */
export type AreaView = {
  name: string;
  says: string;
  query: z.ZodObject;
  view: z.ZodType;
  read: (query: Record<string, unknown>) => Read<unknown>;
};

/** Declares a view of the area. Null: to this actor there is none. */
export function areaView<Q extends z.ZodObject, V extends z.ZodType>(
  named: { name: string; says: string },
  query: Q,
  view: V,
  read: (actor: AreaActor, reading: Reading, query: z.output<Q>) => Promise<z.input<V> | null>,
): AreaView {
  return {
    ...named,
    query,
    view,
    read: (asked) => (actor, reading) => read(actor, reading, query.parse(asked)),
  };
}

/** A view of one thing, under its address: `/{id}/<word>`, with what may be asked of it. */
export type Part = {
  says: string;
  query: z.ZodObject;
  view: z.ZodType;
  read: (id: string, query: Record<string, unknown>) => Read<unknown>;
};

/** Declares a view of one thing. Null: to this actor there is none. */
export function part<Q extends z.ZodObject, V extends z.ZodType>(
  { says, query }: { says: string; query: Q },
  view: V,
  read: (
    actor: AreaActor,
    reading: Reading,
    asked: { id: string; query: z.output<Q> },
  ) => Promise<z.input<V> | null>,
): Part {
  return {
    says,
    query,
    view,
    read: (id, asked) => (actor, reading) => read(actor, reading, { id, query: query.parse(asked) }),
  };
}

/** A kind of thing the API has: `/areas/{area}/<name>`. What is not given, there is no address for. */
export type Resource = {
  name: string;
  words: { one: string; many: string };
  /** The kind of record behind it: those have the foot of every record, and its verbs. */
  kind: RecordKind | null;
  /** What stands for one of it in an address, where that is no id. */
  key?: "word";
  /** Whose it is, where it is not both sides': to others there is nothing here. */
  isFor?: (actor: AreaActor) => boolean;
  list?: List;
  one?: One;
  /** Views of one, by the last word of the address. */
  parts?: Readonly<Record<string, Part>>;
  /** Ways to make one: under the list's own address, or a word below it. */
  create: Readonly<Record<string, Write>>;
  /** What can be done with one, by the last word of the address. */
  verbs: Readonly<Record<string, Write>>;
};
