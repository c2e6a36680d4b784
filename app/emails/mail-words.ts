/** A paragraph of a mail: words, or a link that stands alone. */
type Part = string | { address: string };

/** A mail as text and as a page, a sentence a paragraph, so that both say the same. */
export function asMail(
  subject: string,
  parts: readonly Part[],
): { subject: string; text: string; html: string } {
  const paragraph = (part: Part) => {
    if (typeof part === "string") return `<p>${forPage(part)}</p>`;
    const address = forPage(part.address);
    return `<p><a href="${address}">${address}</a></p>`;
  };
  return {
    subject,
    text: parts.map((part) => (typeof part === "string" ? part : part.address)).join("\n\n"),
    html: [
      '<!doctype html><html lang="en-GB"><head><meta charset="utf-8">',
      `<title>${forPage(subject)}</title></head><body>`,
      ...parts.map(paragraph),
      "</body></html>",
    ].join("\n"),
  };
}

function forPage(text: string): string {
  const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
  return text.replaceAll(/[&<>"]/g, (sign) => entities[sign] ?? sign);
}
