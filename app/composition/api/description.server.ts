import { z } from "zod";
import { aboutView, areasView } from "./about-token.server";
import { type JsonSchema, toJsonSchema } from "./json-schema.server";
import { fieldsOfQuery, methodOf, OPERATIONS, type Operation } from "./operations.server";
import { pageOf } from "./paging";
import { PROBLEMS, problemView } from "./problem.server";
import { viewOf } from "./reads.server";

const JSON_TYPE = "application/json";
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });

let made: object | undefined;

/** The description of the API (OpenAPI 3.1), made from what answers it: nothing in it is written twice. */
export function describeApi(): object {
  made ??= {
    openapi: "3.1.0",
    jsonSchemaDialect: "https://json-schema.org/draft/2020-12/schema",
    info: {
      title: "Common Ground",
      version: "1",
      description:
        "What a partnership and its council share, for programs: the same records under the same rules as the pages. Days are YYYY-MM-DD in London, instants are UTC. A write takes an `Idempotency-Key`; one that overwrites words wants the ETag of what was read as `If-Match`.",
      license: { name: "MIT", identifier: "MIT" },
    },
    servers: [{ url: "/api/v1" }],
    security: [{ token: [] }],
    tags: [...new Set(OPERATIONS.map(({ tag }) => tag))].map((name) => ({ name })),
    paths: pathsOf(OPERATIONS),
    components: {
      securitySchemes: {
        token: {
          type: "http",
          scheme: "bearer",
          description: "A token from /account/tokens. A cookie counts for nothing.",
        },
      },
      schemas: schemasOf(OPERATIONS),
      responses: Object.fromEntries(
        Object.keys(PROBLEMS).map((status) => [`Problem${status}`, problemAnswer(status)]),
      ),
    },
  };
  return made;
}

function pathsOf(operations: readonly Operation[]): Record<string, object> {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const operation of operations) {
    const address = paths[operation.path] ?? { ...parametersOfPath(operation) };
    address[methodOf(operation).toLowerCase()] = describe(operation);
    paths[operation.path] = address;
  }
  return paths;
}

function parametersOfPath({ path }: Operation): { parameters?: object[] } {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name);
  const words: Record<string, string> = { area: "The area's word in addresses", id: "Which one" };
  const parameters = names.map((name) => {
    return { name, in: "path", required: true, description: words[name], schema: { type: "string" } };
  });
  return parameters.length > 0 ? { parameters } : {};
}

function describe(operation: Operation): object {
  const { id: operationId, says: summary, tag } = operation;
  const parameters = [...questionsOf(operation), ...headersOf(operation)];
  return {
    operationId,
    summary,
    tags: [tag],
    ...(parameters.length > 0 ? { parameters } : {}),
    ...("sent" in operation
      ? { requestBody: { content: { [JSON_TYPE]: { schema: operation.sent.body } } } }
      : {}),
    responses: answersOf(operation),
  };
}

function questionsOf(operation: Operation): object[] {
  const query = queryIn(operation);
  if (query === null) return [];
  return Object.entries(fieldsOfQuery(query)).map(([name, field]) => {
    return { name, in: "query", required: false, schema: toJsonSchema(field, "input") };
  });
}

function queryIn(operation: Operation): z.ZodObject | null {
  if (operation.does === "view") return operation.view.query;
  if (operation.does === "list") return operation.list.query;
  return operation.does === "part" ? operation.part.query : null;
}

function headersOf(operation: Operation): object[] {
  if (!("sent" in operation)) return [];
  const key = {
    name: "Idempotency-Key",
    in: "header",
    required: false,
    schema: { type: "string", minLength: 1, maxLength: 255 },
  };
  const match = {
    name: "If-Match",
    in: "header",
    required: operation.sent.overwrites,
    schema: { type: "string" },
  };
  return operation.does === "verb" ? [key, match] : [key];
}

const OF_READS = ["400", "401", "403", "404", "429"];
const OF_WRITES = Object.keys(PROBLEMS);

function answersOf(operation: Operation): object {
  const statuses = "sent" in operation ? OF_WRITES : OF_READS;
  const problems = statuses.map((status) => [status, { $ref: `#/components/responses/Problem${status}` }]);
  return { ...goodAnswers(operation), ...Object.fromEntries(problems) };
}

function goodAnswers(operation: Operation): Record<string, object> {
  const schema = ref(schemaName(operation));
  const answer = (description: string) => ({ description, content: { [JSON_TYPE]: { schema } } });
  if (methodOf(operation) === "GET") return { 200: answer("As asked") };
  const gone = { 204: { description: "Done, and there is nothing to show" } };
  if (operation.does === "create") return { 201: answer("Made"), ...gone };
  return hasOne(operation) ? { 200: answer("Done: as it stands now"), ...gone } : gone;
}

const hasOne = (operation: Operation) => "resource" in operation && operation.resource.one !== undefined;

function problemAnswer(status: string): object {
  return {
    description: PROBLEMS[status],
    content: { "application/problem+json": { schema: ref("Problem") } },
  };
}

/** The schema of what an operation answers, by its name in the description. */
function schemaName(operation: Operation): string {
  switch (operation.does) {
    case "about-me":
      return "AboutToken";
    case "areas":
      return "Areas";
    case "view":
      return pascal(operation.id);
    case "list":
      return `${pascal(operation.resource.name)}Page`;
    case "part":
      return pascal(operation.id.replace(/^get/, ""));
    default:
      return operation.resource.one ? pascal(operation.resource.name) : "Made";
  }
}

function schemasOf(operations: readonly Operation[]): Record<string, JsonSchema> {
  const all = operations.flatMap((operation) => {
    const schema = schemaOf(operation);
    return schema ? [[schemaName(operation), toJsonSchema(schema, "output")] as const] : [];
  });
  const made = z.object({ id: z.string() });
  const own = { Problem: toJsonSchema(problemView, "output"), Made: toJsonSchema(made, "output") };
  return { ...Object.fromEntries(all), ...own };
}

function schemaOf(operation: Operation): z.ZodType | null {
  switch (operation.does) {
    case "about-me":
      return aboutView;
    case "areas":
      return areasView;
    case "view":
      return operation.view.view;
    case "list":
      return pageOf(operation.list.item);
    case "part":
      return operation.part.view;
    case "one":
      return viewOf(operation.resource, operation.one);
    default:
      return null;
  }
}

function pascal(words: string): string {
  return words.replace(/(^|-)(\w)/g, (_, __, letter: string) => letter.toUpperCase());
}
