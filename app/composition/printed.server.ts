import regular from "@fontsource/atkinson-hyperlegible/files/atkinson-hyperlegible-latin-400-normal.woff2?inline";
import bold from "@fontsource/atkinson-hyperlegible/files/atkinson-hyperlegible-latin-700-normal.woff2?inline";
import { type ComponentType, createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { fileName } from "~/platform/file-type";
import { printPdf } from "~/platform/pdf.server";
import address from "~/styles/main.scss?url";
import sheet from "~/styles/printed.css?inline";
import { giveFile, type Taker } from "./give-file.server";

/** A component as a whole document that brings its letters and its looks along. */
export function toDocument<P extends object>(component: ComponentType<P>, props: P, title: string): string {
  const face = (weight: number, file: string) =>
    `@font-face{font-family:"Atkinson Hyperlegible";font-weight:${weight};src:url(${file}) format("woff2")}`;
  return documentOf(
    component,
    props,
    title,
    `<style>${face(400, regular)}${face(700, bold)}${sheet}</style>`,
  );
}

function documentOf<P extends object>(
  component: ComponentType<P>,
  props: P,
  title: string,
  head: string,
  before = "",
): string {
  const body = renderToStaticMarkup(createElement(component, props));
  const name = renderToStaticMarkup(createElement("title", null, title));
  return `<!doctype html><html lang="en-GB"><head><meta charset="utf-8">${name}${head}</head><body>${before}<main>${body}</main></body></html>`;
}

const CANNOT =
  '<p class="govuk-body">This tracker cannot make a PDF where it runs now. Print this page from your browser instead, or save it as a PDF there.</p>';

/** A component's PDF as a download; 503 and the advice to print where no Chromium is there to make one. */
export async function sendPrinted<P extends object>(
  taker: Taker,
  component: ComponentType<P>,
  props: P,
  title: string,
): Promise<Response> {
  const content = await printPdf(toDocument(component, props, title));
  if (content !== null) {
    const name = fileName(`${title}.pdf`);
    return giveFile(taker, content, { name, mime: "application/pdf", bytes: content.byteLength });
  }
  // The site's own sheet: its policy allows no style inside the page.
  const link = `<link rel="stylesheet" href="${address}">`;
  const html = documentOf(component, props, title, link, CANNOT);
  const headers = { "Content-Type": "text/html; charset=utf-8", "Cache-Control": "no-store" };
  return new Response(html, { status: 503, headers });
}
