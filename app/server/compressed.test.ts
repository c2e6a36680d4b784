import { createServer } from "node:http";
import { writeReadableStreamToWritable } from "@react-router/node";
import express from "express";
import { afterEach, expect, it } from "vitest";
import { compressed } from "./compressed.ts";

const MANY = 400;
const warnings: Error[] = [];
const hear = (warning: Error) => warnings.push(warning);

afterEach(() => {
  process.off("warning", hear);
  warnings.length = 0;
});

it("sends a long page in many parts without leaving a listener behind for each", async () => {
  process.on("warning", hear);
  const part = "<p>Somebody was there</p>".repeat(800);
  const app = express();
  app.use(compressed, async (_request, response) => {
    response.type("html");
    let sent = 0;
    const page = new ReadableStream<Uint8Array>({
      pull(controller) {
        if (sent++ === MANY) controller.close();
        else controller.enqueue(new TextEncoder().encode(part));
      },
    });
    await writeReadableStreamToWritable(page, response);
  });
  const server = createServer(app).listen(0, "127.0.0.1");
  await new Promise((done) => server.once("listening", done));
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === "object" ? address?.port : 0}`;
  const answer = await fetch(url, { headers: { "Accept-Encoding": "gzip" } });
  expect(answer.headers.get("content-encoding")).toBe("gzip");
  expect((await answer.text()).length).toBe(part.length * MANY);
  server.close();
  expect(warnings.map(String)).toEqual([]);
});
