import { programme } from "~/features/partnership/programmes";
import { latestReview } from "~/features/partnership/review-checks";
import { type Day, daysBetween, toDay } from "~/platform/calendar/day";
import { PartnershipTeller } from "./partnership-teller";
import type { Places } from "./places";

/** The twentieth of November of the last review whose days are over, as days from the day of loading. */
function lastReview(today: Day): number {
  const { year, open } = latestReview(programme, today);
  return daysBetween(today, toDay(`${open ? year - 1 : year}-11-20`));
}

/** Millbrook Rise: nearly all of it in order. The newest member has not signed yet, and somebody is on it. */
export function millbrookPartnership(today: Day, { cast, millbrook, borough }: Places): PartnershipTeller[] {
  const chair = cast["chair@millbrook.example"];
  const worker = cast["worker@millbrook.example"];
  const rep = cast["rep@programme.example"];
  const t = new PartnershipTeller(today, millbrook.slug, borough.slug);
  const review = lastReview(today);
  const begun = review - 12;
  const signed = { formSignedOn: review - 3 };

  t.words(
    begun - 30,
    chair,
    "vision",
    "A place where people know each other, and where what they start goes on.",
  );
  t.words(
    begun - 30,
    chair,
    "plan",
    "1. The playing field: goals, a fence, changing rooms.\n2. Something to do in the evenings.\n3. A voice in what is built here.",
  );
  t.policy(begun - 30, chair, "conduct", "How we treat each other", 200);
  t.policy(begun - 30, chair, "conflicts", "When we have a stake in it", -20);
  t.policy(begun - 29, worker, "money", "How we give grants");

  t.member(review, chair, "Amina Yusuf", { ...signed, role: "chair", known: true });
  t.member(review, worker, "Kemi Adebayo", { ...signed, role: "treasurer", known: true });
  t.member(review, worker, "Rosa Lind", { ...signed, role: "secretary" });
  t.member(review, worker, "Dot Hargreaves", {
    ...signed,
    known: true,
    otherOffices: "Trustee of the Mill Lane Players",
  });
  t.member(review, worker, "Tariq Bell", { ...signed, role: "vice-chair" });
  t.member(review, worker, "June Okoro", { ...signed, kin: "some", family: "Okoro, Weir Street" });
  t.member(review, worker, "Sam Okoro", { ...signed, kin: "some", family: "Okoro, Weir Street" });
  t.member(review, worker, "Peter Swift", { ...signed, livesHere: "no" });
  t.member(review, worker, "Grace Obi", {
    ...signed,
    livesHere: "no",
    known: true,
    publicOffice: "Councillor of Wexcombe Borough, Mill ward",
    party: "Independent",
  });
  t.member(review, worker, "Joe Pickering", {
    role: "worker-engagement",
    voting: "no",
    paid: "yes",
    known: true,
  });
  t.member(review, worker, "Sunil Rao", {
    role: "representative",
    voting: "no",
    paid: "yes",
    livesHere: "no",
    known: true,
  });
  t.member(review, worker, "Alf Denny", { ...signed, startsOn: -790, endsOn: -30 });
  t.interest(review, chair, "Dot Hargreaves", { body: "Mill Lane Players", nature: "runs" });
  t.interest(review, chair, "Peter Swift", { body: "Swift Printing", nature: "owns" });
  t.review(
    review + 1,
    rep,
    {
      reflects: "Better than two years ago. We still want somebody under thirty.",
      policies: "Yes. We read both at the spring meeting.",
      values: "Yes. Residents chair every group.",
      conflicts: "Yes. Each member was asked, and two interests were declared.",
    },
    "Sunil Rao",
  );

  t.decided(-26, worker, "A grant for the summer play", {
    body: "Mill Lane Players",
    how: "vote",
    told: 5,
    votes: {
      "Amina Yusuf": "for",
      "Kemi Adebayo": "for",
      "Rosa Lind": "for",
      "Tariq Bell": "abstained",
      "June Okoro": "for",
      "Peter Swift": "against",
      "Dot Hargreaves": "stepped_out",
    },
  });
  t.decided(-18, worker, "Who cuts the grass on the field", {
    about: "contract",
    body: "Greenways Gardening",
    how: "consensus",
    told: 3,
  });
  t.decided(-4, worker, "Who prints the newsletter", {
    about: "contract",
    body: "Swift Printing",
    ahead: 24,
    note: "Three offers are in.",
  });
  t.words(
    -15,
    chair,
    "refresh",
    "The field is done. Evenings come first now, and what is built at the old mill.",
  );
  t.member(-14, worker, "Wanda Price", { startsOn: -14 });
  t.mends(-6, chair, "forms", "Wanda signs at the next meeting", 20, "Rosa Lind");
  return [t];
}

/** Harbour End: too few, too few of them residents, and a vote that should not have been. */
export function harbourPartnership(today: Day, { cast, harbour, unitary }: Places): PartnershipTeller[] {
  const chair = cast["chair@harbour.example"];
  const t = new PartnershipTeller(today, harbour.slug, unitary.slug);
  t.words(-690, chair, "vision", "A working harbour that people can walk round in the evening.");
  t.policy(-680, chair, "conduct", "Harbour rules of the house", -90);
  t.member(-300, chair, "Maureen Fish", {
    role: "chair",
    known: true,
    formSignedOn: -700,
    kin: "some",
    family: "Fish",
  });
  t.member(-300, chair, "Bert Fish", { role: "treasurer", kin: "some", family: "Fish", formSignedOn: -700 });
  t.member(-300, chair, "Len Barrow", { role: "secretary", known: true, livesHere: "no", kin: "not_asked" });
  t.member(-300, chair, "Sandra Pike", { known: true, livesHere: "unknown", kin: "not_asked" });
  t.member(-300, chair, "Ray Sole", { livesHere: "no", kin: "not_asked" });
  t.member(-300, chair, "Vera Hook", { livesHere: "no" });
  t.member(-300, chair, "Nick Mast", { role: "worker-tasks", paid: "yes", livesHere: "no" });
  t.interest(-290, chair, "Ray Sole", { body: "Quay Boatyard", nature: "paid" });
  t.decided(-120, chair, "Mending the slipway", {
    about: "contract",
    body: "Quay Boatyard",
    how: "vote",
    votes: { "Maureen Fish": "for", "Bert Fish": "for", "Ray Sole": "for", "Vera Hook": "against" },
  });
  t.decided(-60, chair, "Benches for the quay", { about: "plan" });
  return [t];
}
