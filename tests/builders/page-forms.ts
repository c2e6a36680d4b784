/** A field somebody types into, as it stands on the page. */
export type TypedField = { name: string; value: string };

/** A form that changes something, as a browser without a script reads it off a page. */
export type PageForm = {
  /** Where it is sent, where that is not the page itself. */
  action: string | null;
  intent: string;
  /** What is sent besides: hidden fields, what is chosen, and the name of its first button. */
  fixed: readonly (readonly [string, string])[];
  typed: readonly TypedField[];
  /** The names of its choices, made or not. */
  offers: readonly string[];
};

const TYPED = /^(text|search|email|tel|url|number)$/;
const ENTITIES: Readonly<Record<string, string>> = {
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&#x27;": "'",
};

/** The forms of a page that change something. React writes no `<` or `>` into a value, so that they can be told by these. */
export function formsOf(html: string): PageForm[] {
  return [...html.matchAll(/<form\b([^>]*)>(.*?)<\/form>/gs)].flatMap(([, head = "", inner = ""]) => {
    const attributes = attributesOf(head);
    if (attributes.method !== "post") return [];
    const fixed = [...hiddenOf(inner), ...chosenOf(inner), ...buttonOf(inner)];
    const intent = fixed.find(([name]) => name === "intent")?.[1] ?? "";
    return [
      { action: attributes.action ?? null, intent, fixed, typed: typedOf(inner), offers: offersOf(inner) },
    ];
  });
}

type Attributes = Readonly<Record<string, string | undefined>>;

function attributesOf(tag: string): Attributes {
  const all = [...tag.matchAll(/([\w-]+)(?:="([^"]*)")?/g)];
  return Object.fromEntries(all.map(([, name = "", value = ""]) => [name.toLowerCase(), decode(value)]));
}

function decode(text: string): string {
  return text.replace(/&(?:amp|lt|gt|quot|#x27);/g, (entity) => ENTITIES[entity] ?? entity);
}

const inputsOf = (html: string) =>
  [...html.matchAll(/<input\b([^>]*)>/g)].map(([, tag = ""]) => attributesOf(tag));

function hiddenOf(html: string): (readonly [string, string])[] {
  return inputsOf(html).flatMap(({ type, name, value }) =>
    type === "hidden" && name ? [[name, value ?? ""] as const] : [],
  );
}

/** What is ticked, and the choice of each list: the first one where none is made. */
function chosenOf(html: string): (readonly [string, string])[] {
  const ticked = inputsOf(html).flatMap(({ type, name, value, checked }) =>
    (type === "radio" || type === "checkbox") && name && checked !== undefined
      ? [[name, value ?? "on"] as const]
      : [],
  );
  const lists = [...html.matchAll(/<select\b([^>]*)>(.*?)<\/select>/gs)].flatMap(
    ([, tag = "", inner = ""]) => {
      const { name } = attributesOf(tag);
      const options = [...inner.matchAll(/<option\b([^>]*)>/g)].map(([, one = ""]) => attributesOf(one));
      const chosen = options.find(({ selected }) => selected !== undefined) ?? options[0];
      return name && chosen ? [[name, chosen.value ?? ""] as const] : [];
    },
  );
  return [...ticked, ...lists];
}

function offersOf(html: string): string[] {
  return inputsOf(html).flatMap(({ type, name }) => (type === "radio" && name ? [name] : []));
}

/** The first button, which the Enter key presses. */
function buttonOf(html: string): (readonly [string, string])[] {
  const [, tag = ""] = /<button\b([^>]*)>/.exec(html) ?? [];
  const { name, value } = attributesOf(tag);
  return name ? [[name, value ?? ""]] : [];
}

/** Somebody types into it, and it is theirs again: no password, no code that serves once, nothing set for them. */
function isTyped({ type = "text", name, readonly, autocomplete }: Attributes): boolean {
  return TYPED.test(type) && Boolean(name) && readonly === undefined && autocomplete !== "one-time-code";
}

const toTyped = ({ name = "", value = "" }: Attributes) => ({ name, value });

function typedOf(html: string): TypedField[] {
  const lines = inputsOf(html).flatMap((input) => (isTyped(input) ? [toTyped(input)] : []));
  const areas = [...html.matchAll(/<textarea\b([^>]*)>(.*?)<\/textarea>/gs)].flatMap(
    ([, tag = "", text = ""]) => {
      const { name } = attributesOf(tag);
      // A browser leaves out the line break that such a field begins with.
      return name ? [{ name, value: decode(text).replace(/^\n/, "") }] : [];
    },
  );
  return [...lines, ...areas];
}
