import { methodOf, type Operation } from "./operations.server";
import { PROBLEMS, WAITS } from "./problem.server";

const JSON_TYPE = "application/json";
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });

const OF_READS = ["400", "401", "403", "404", "429", "503"];
const OF_WRITES = Object.keys(PROBLEMS);

/** What an operation can answer, by its status. */
export function answersOf(operation: Operation): object {
  const statuses = methodOf(operation) === "POST" ? OF_WRITES : OF_READS;
  const problems = statuses.map((status) => [status, { $ref: `#/components/responses/Problem${status}` }]);
  return { ...goodAnswers(operation), ...Object.fromEntries(problems) };
}

function goodAnswers(operation: Operation): Record<string, object> {
  if (operation.does === "fetch-file") return { 200: FILE_ANSWER };
  const schema = ref(schemaName(operation));
  const answer = (description: string) => ({ description, content: { [JSON_TYPE]: { schema } } });
  if (operation.does === "send-file") return { 201: answer("Kept") };
  if (operation.does === "one" && operation.one.movedTo) return { 200: answer("As asked"), 308: MOVED };
  if (methodOf(operation) === "GET") return { 200: answer("As asked") };
  const gone = { 204: { description: "Done, and there is nothing to show" } };
  if (operation.does === "create") return { 201: answer("Made"), ...gone };
  return hasOne(operation) ? { 200: answer("Done: as it stands now"), ...gone } : gone;
}

const MOVED = {
  description: "They were made one with another: who they are now stands at Location",
  headers: { Location: { required: true, schema: { type: "string" } } },
};

const FILE_ANSWER = {
  description: "The file, as a download",
  headers: { "Content-Digest": { schema: { type: "string" } } },
  content: { "*/*": {} },
};

const hasOne = (operation: Operation) => "resource" in operation && operation.resource.one !== undefined;

/** What every refusal of one status answers. */
export function problemAnswer(status: string): object {
  return {
    description: PROBLEMS[status],
    ...(WAITS.includes(status)
      ? {
          headers: { "Retry-After": { required: true, description: "Seconds", schema: { type: "integer" } } },
        }
      : {}),
    content: { "application/problem+json": { schema: ref("Problem") } },
  };
}

/** The schema of what an operation answers, by its name in the description. */
export function schemaName(operation: Operation): string {
  switch (operation.does) {
    case "about-me":
      return "AboutToken";
    case "areas":
      return "Areas";
    case "view":
    case "research":
      return pascal(operation.id);
    case "list":
      return `${pascal(operation.resource.name)}Page`;
    case "send-file":
      return "File";
    case "fetch-file":
      return "";
    case "part":
      return pascal(operation.id.replace(/^get/, ""));
    default:
      return operation.resource.one ? pascal(operation.resource.name) : "Made";
  }
}

function pascal(words: string): string {
  return words.replace(/(^|-)(\w)/g, (_, __, letter: string) => letter.toUpperCase());
}
