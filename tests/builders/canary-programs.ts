import type { Sighting } from "./canary-crawl";
import { canariesIn, wordsOf } from "./canary-text";
import type { Answered, Sent } from "./fixtures-server";

type Server = { ask: (sent: Sent) => Promise<Answered> };
type Described = { paths: Record<string, { get?: object }> };

const ID = /"id":"([0-9a-f-]{36})"/g;
const MOST_OF_A_LIST = 12;

/**
 * Every list a program can read with this token in these areas, whatever it may read of it, and each thing that a list
 * names. Addresses are those of the API's own description.
 */
export async function crawlProgram(
  server: Server,
  token: string,
  areas: readonly string[],
): Promise<{ sightings: Sighting[]; asked: number }> {
  const described = await server.ask({ path: "/api/v1/openapi.json" });
  const reads = Object.entries((JSON.parse(described.body) as Described).paths).flatMap(([path, { get }]) =>
    get && !path.endsWith("/{file}") ? [path] : [],
  );
  const sightings: Sighting[] = [];
  let asked = 0;
  const read = async (path: string) => {
    const answer = await server.ask({
      path: `/api/v1${path}`,
      headers: { Authorization: `Bearer ${token}` },
    });
    if (answer.status >= 500) throw new Error(`${path} answered ${answer.status}`);
    asked += 1;
    for (const canary of canariesIn(wordsOf(answer)))
      sightings.push({ canary, form: "program", at: `/api/v1${path}` });
    return answer.body;
  };
  for (const area of areas) {
    const of = (path: string) => path.replace("{area}", area);
    for (const list of reads.filter((path) => !path.includes("{id}"))) {
      const ids = new Set([...(await read(of(list))).matchAll(ID)].map(([, id = ""]) => id));
      const each = reads.filter((path) => path.startsWith(`${list}/{id}`));
      for (const id of [...ids].slice(0, MOST_OF_A_LIST))
        for (const path of each) await read(of(path).replace("{id}", id));
    }
  }
  return { sightings, asked };
}
