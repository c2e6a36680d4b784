import { HttpResponse, http } from "msw";
import { isDay, toDay } from "~/platform/calendar/day";
import {
  bankHolidays,
  electionList,
  electionsAfter,
  endedPostcode,
  noSuchPostcode,
  postcode,
} from "./bodies";

const INVENTED = { country: "England", region: "North West" };
const BOROUGH = { council: "XWBC", slug: "wexcombe", name: "Wexcombe" };
const UNITARY = { council: "XSAL", slug: "saltmouth", name: "Saltmouth" };

/** The demonstration's places, and one of each thing a postcode can be. Nobody lives in ZZ1. */
const POSTCODES: Record<string, object> = {
  "ZZ1 1AA": postcode(
    "ZZ1 1AA",
    { district: ["E07999901", "Wexcombe"], county: ["E10999901", "Fernshire"] },
    INVENTED,
  ),
  "ZZ1 2AA": postcode("ZZ1 2AA", { district: ["E06999901", "Saltmouth"] }, INVENTED),
  "ZZ1 3AA": postcode("ZZ1 3AA", { district: ["S12999901", "Glen"] }, { country: "Scotland", region: null }),
  "ZZ1 4AA": postcode("ZZ1 4AA", { district: ["W06999901", "Cwm"] }, { country: "Wales", region: null }),
  "ZZ1 6AA": postcode("ZZ1 6AA", { district: ["E08999901", "Elsewhere"] }, INVENTED),
};

/** The services outside as this project's tests and `npm run dev` know them: small, invented, always the same. */
export const outsideFakes = [
  http.get("https://www.gov.uk/bank-holidays.json", () =>
    HttpResponse.json(bankHolidays(new Date().getFullYear())),
  ),
  http.get("https://api.postcodes.io/postcodes/:postcode", ({ params }) => {
    const text = String(params.postcode);
    const found = POSTCODES[text];
    if (found) return HttpResponse.json(found);
    const none = text === "ZZ1 5AA" ? endedPostcode(text) : noSuchPostcode;
    return HttpResponse.json(none, { status: 404 });
  }),
  http.get("https://elections.democracyclub.org.uk/api/elections/", ({ request }) => {
    const asked = new URL(request.url).searchParams;
    const from = asked.get("poll_open_date__gte") ?? "";
    const voting = [BOROUGH, UNITARY].find(({ council }) => council === asked.get("organisation_identifier"));
    const results = voting && isDay(from) ? electionsAfter(toDay(from), voting) : [];
    return HttpResponse.json(electionList(results));
  }),
];
