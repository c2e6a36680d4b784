/** What is wrong with a piece of rendered HTML: ids used twice, references to nothing, controls without a name. */
export function danglingParts(html: string): string[] {
  const ids = [...html.matchAll(/\sid="([^"]*)"/g)].map((match) => match[1] ?? "");
  const known = new Set(ids);
  const twice = ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `id "${id}" is used twice`);
  return [...twice, ...brokenReferences(html, known), ...unnamedControls(html), ...inlineStyles(html)];
}

const references = /\s(for|list|aria-describedby|aria-labelledby|aria-controls|href)="([^"]*)"/g;

function brokenReferences(html: string, known: ReadonlySet<string>): string[] {
  return [...html.matchAll(references)].flatMap(([, attribute = "", value = ""]) => {
    const isLink = attribute === "href";
    if (isLink && !value.startsWith("#")) return [];
    const wanted = isLink ? [value.slice(1)] : value.split(" ");
    return wanted
      .filter((id) => !known.has(id))
      .map((id) => `${attribute} points to "${id}", which is not there`);
  });
}

function unnamedControls(html: string): string[] {
  const labelled = new Set([...html.matchAll(/<label[^>]*\sfor="([^"]*)"/g)].map((match) => match[1] ?? ""));
  const controls = [...html.matchAll(/<(input|select|textarea)\b[^>]*>/g)].map((match) => match[0]);
  return controls
    .filter((control) => !control.includes('type="hidden"') && !control.includes("aria-label"))
    .filter((control) => !labelled.has(/\sid="([^"]*)"/.exec(control)?.[1] ?? ""))
    .map((control) => `no label for ${control}`);
}

function inlineStyles(html: string): string[] {
  return [...html.matchAll(/\s(style|on[a-z]+)="/g)].map(([, attribute]) => `inline ${attribute}`);
}
