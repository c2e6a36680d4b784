import { z } from "zod";
import { aboutView, areasView } from "./about-token.server";
import { answersOf, problemAnswer, schemaName } from "./description-answers.server";
import { fileMade, fileQuestion } from "./files.server";
import { type JsonSchema, toJsonSchema } from "./json-schema.server";
import { fieldsOfQuery, methodOf, OPERATIONS, type Operation } from "./operations.server";
import { pageOf } from "./paging";
import { PROBLEMS, problemView } from "./problem.server";
import { viewOf } from "./reads.server";

const JSON_TYPE = "application/json";
const BYTES = "application/octet-stream";

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
  const words: Record<string, string> = {
    area: "The area's word in addresses",
    id: "Which one",
    file: "Which of its files",
  };
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
    // Bytes have no schema (OpenAPI 3.1). Of which type they are is seen in them.
    ...(operation.does === "send-file" ? { requestBody: { required: true, content: { [BYTES]: {} } } } : {}),
    responses: answersOf(operation),
  };
}

function questionsOf(operation: Operation): object[] {
  const query = queryIn(operation);
  if (query === null) return [];
  const required = operation.does === "send-file";
  return Object.entries(fieldsOfQuery(query)).map(([name, field]) => {
    return { name, in: "query", required, schema: toJsonSchema(field, "input") };
  });
}

function queryIn(operation: Operation): z.ZodObject | null {
  if (operation.does === "view") return operation.view.query;
  if (operation.does === "list") return operation.list.query;
  if (operation.does === "send-file") return fileQuestion;
  if (operation.does === "research") return operation.research.query;
  return operation.does === "part" ? operation.part.query : null;
}

function headersOf(operation: Operation): object[] {
  const key = {
    name: "Idempotency-Key",
    in: "header",
    required: false,
    schema: { type: "string", minLength: 1, maxLength: 255 },
  };
  if (operation.does === "send-file") {
    const digest = { name: "Content-Digest", in: "header", required: false, schema: { type: "string" } };
    return [key, digest];
  }
  if (!("sent" in operation)) return [];
  const match = {
    name: "If-Match",
    in: "header",
    required: operation.sent.overwrites,
    schema: { type: "string" },
  };
  return operation.does === "verb" ? [key, match] : [key];
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
    case "research":
      return operation.research.view;
    case "one":
      return viewOf(operation.resource, operation.one);
    case "send-file":
      return fileMade;
    default:
      return null;
  }
}
