import { notFound } from "~/composition/request.server";
import { methodFile } from "~/features/research/method-view";
import { methods } from "~/features/scoring/methods";
import golden from "~/features/scoring/methods/2026-11.golden.json?raw";
import { sendFile } from "~/platform/send-file.server";
import type { Route } from "./+types/method-file";

function contentOf(file: string): string | null {
  if (file === "golden.json") return golden;
  const method = methods.find(({ id }) => file === `${id}.json`);
  return method ? `${JSON.stringify(methodFile(method), null, 2)}\n` : null;
}

/** A method’s numbers, or the cases that show whether another program works them out alike. */
export function loader({ params }: Route.LoaderArgs) {
  const content = contentOf(params.file) ?? notFound();
  const name = params.file === "golden.json" ? "scoring-golden.json" : `method-${params.file}`;
  return sendFile(new TextEncoder().encode(content), { name, mime: "application/json; charset=utf-8" });
}
