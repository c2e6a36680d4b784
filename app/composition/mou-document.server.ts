import type { RouterContextProvider } from "react-router";
import type { MouPage } from "~/features/agreements/mou.queries.server";
import { STATE_WORDS } from "~/features/agreements/mou.transitions";
import type { MouDocumentView } from "~/features/agreements/mou-document";
import { formatDay } from "~/ui/format-date";
import { loadMouPage } from "./mou-page.server";

type View = Pick<MouPage, "title" | "state" | "version" | "parties" | "terms" | "clauses" | "signatories">;

/** An agreement as a document, for its print view and its exports. */
export async function loadMouDocument(
  context: Readonly<RouterContextProvider>,
  area: string,
  id: string,
): Promise<MouDocumentView> {
  const { view } = await loadMouPage(context, area, id);
  return {
    title: view.title,
    opening: openingOf(view),
    clauses: view.clauses,
    signatures: { heads: ["For", "Name", "Signature", "Day"], rows: signaturesOf(view) },
  };
}

function openingOf({ state, version, parties, terms }: View): string[] {
  const { partnership, other, others } = parties;
  const last = terms.endsOn ? ` to ${formatDay(terms.endsOn)}` : ", without a last day";
  const review = terms.reviewOn ? ` The two read it again together by ${formatDay(terms.reviewOn)}.` : "";
  return [
    `${STATE_WORDS[state]}. Version ${version?.number ?? 1}.`,
    `Between ${partnership} and ${other}${others ? `; also part of it: ${others}` : ""}.`,
    `From ${formatDay(terms.startsOn)}${last}.${review}`,
  ];
}

/** Who signed, and an empty line for a party nobody has signed for yet. */
function signaturesOf({ parties, signatories }: View): string[][] {
  return [true, false].flatMap((own) => {
    const party = own ? parties.partnership : parties.other;
    const signed = signatories.filter((one) => (one.party === "community") === own);
    if (signed.length === 0) return [[party, "", "", ""]];
    return signed.map(({ name, signedOn }) => [party, name, "Signed", signedOn ? formatDay(signedOn) : ""]);
  });
}
