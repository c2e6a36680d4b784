import type { Access } from "./fixtures-access";
import { buildMerged, buildNamed } from "./merging";
import { memberForm } from "./partnership";
import { askApi, buildToken, type Good } from "./program";

const PAPERS = ["members", "policies", "interests", "decisions", "plans", "mendings", "reviews"] as const;

/** A line of each of the partnership's own papers, by its resource's name, as a program finds them. */
export async function findOwnLines({ place, users }: Access): Promise<Record<string, string>> {
  const { token } = await buildToken(users["community editor"], place);
  const found: Record<string, string> = {};
  for (const paper of PAPERS) {
    const name = `partnership-${paper}`;
    const said = await askApi(place, { path: `/areas/${place.area.slug}/${name}`, token });
    found[name] = (said.body as { items: { id: string }[] }).items[0]?.id ?? "";
  }
  return found;
}

/** Something good to send of people who are here twice. */
export async function ofTwice({ place, users, ownerUrl }: Access): Promise<Record<string, Good>> {
  const pair = async (name: string) => {
    const [kept, merged] = [await buildNamed(place, name), await buildNamed(place, `${name} Junior`)];
    return { kept: kept.id, merged: merged.id };
  };
  const [one, two, three] = [await pair("Una Moss"), await pair("Dev Lark"), await pair("Kit Fenn")];
  const merging = await buildMerged({ ownerUrl }, place, users["community editor"], two);
  return {
    peopleMerge: { id: one.kept, body: { other: one.merged, otherRevision: 1 } },
    peopleTellApart: { id: three.kept, body: { other: three.merged } },
    peopleRecognise: { id: three.kept, body: { organisation: place.council.slug, role: "councillor" } },
    mergingsUndo: { id: merging },
  };
}

/** Something good to send of each of those papers, and of the area's end, which a lead tells. */
export function ofOwnPapers(_: Access): Record<string, Good> {
  const policy = { about: "money", title: "Spending", adoptedOn: "2024-02-01" };
  const decision = { title: "A new bench", about: "grant", decidedOn: "2026-02-01" };
  const plan = { kind: "plan", agreedOn: "2024-02-01", text: "A park for all." };
  const mending = { checkId: "members", doing: "We ask our neighbours", byOn: "2030-02-01" };
  return {
    createPartnershipMembers: { body: { ...memberForm, name: "Ben Marsh" } },
    partnershipMembersChange: { body: { ...memberForm, name: "Ana Marsh" } },
    createPartnershipPolicies: { body: policy },
    partnershipPoliciesChange: { body: { ...policy, title: "Spending and grants" } },
    partnershipPoliciesTakeOff: {},
    partnershipPoliciesPutBack: {},
    createPartnershipDecisions: { body: decision },
    partnershipDecisionsChange: { body: { ...decision, title: "Two new benches" } },
    createPartnershipPlans: { body: plan },
    partnershipPlansChange: { body: { ...plan, text: "Two parks." } },
    createPartnershipMendings: { body: mending },
    partnershipMendingsChange: { body: { ...mending, doing: "We ask at the fair" } },
    createPartnershipReviews: { body: { year: 2025 } },
    createClosing: { who: "community lead", body: { closesOn: "2030-01-01", reason: "The programme ends." } },
    createClosingStop: { who: "community lead" },
    partnershipReviewsDraft: { body: { answers: [{ id: "reflects", text: "Very well." }] } },
  };
}
