import { expect, type Page } from "@playwright/test";
import type { EvidenceKind } from "../../../app/features/evidence/kind.ts";
import { sent } from "../../../app/features/evidence/telling.ts";
import { type Day, dayOf } from "../../../app/platform/calendar/day.ts";

type Form = readonly (readonly [name: string, value: string])[];

/** A kind's example as its form sends it, with the day it happened on today. */
export function exampleForm(kind: EvidenceKind): Form {
  return sent(kind, kind.example.fields, today());
}

/** Sends a form as the browser would, with this person's session, and gives the address it leads to. */
export async function postForm(page: Page, path: string, form: Form): Promise<string> {
  const origin = new URL(page.url()).origin;
  const answer = await page.request.post(path, {
    headers: { Origin: origin, "Content-Type": "application/x-www-form-urlencoded" },
    data: new URLSearchParams(form.map(([name, value]): [string, string] => [name, value])).toString(),
    maxRedirects: 0,
  });
  expect(answer.status(), `POST ${path}: ${answer.status() === 400 ? await answer.text() : ""}`).toBe(302);
  return new URL(answer.headers().location ?? "", origin).pathname;
}

/** What a page says, as text: marks and entities taken out. */
export async function textAt(page: Page, path: string): Promise<string> {
  const answer = await page.request.get(path);
  expect(answer.status(), path).toBe(200);
  const html = await answer.text();
  return html
    .replaceAll(/<script\b[\s\S]*?<\/script>/g, "")
    .replaceAll(/<[^>]+>/g, " ")
    .replaceAll("&#x27;", "’");
}

/** The names of the controls a page's forms have. */
export async function controlsAt(page: Page, path: string): Promise<string[]> {
  const answer = await page.request.get(path);
  expect(answer.status(), path).toBe(200);
  return [...(await answer.text()).matchAll(/\bname="([^"]+)"/g)].map(([, name = ""]) => name);
}

function today(): Day {
  return dayOf(new Date());
}
