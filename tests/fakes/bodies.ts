import { bankHolidaysIn } from "~/platform/calendar/bank-holidays";
import { addDays, type Day, dayToDate, toDay } from "~/platform/calendar/day";

/** GOV.UK's list in its form: the years around one, by the rule, for England and Wales; another nation's beside it. */
export function bankHolidays(year: number) {
  const days = [year - 1, year, year + 1, year + 2].flatMap((each) => [...bankHolidaysIn(each)]);
  const division = (name: string) => ({
    division: name,
    events: days.map((date) => ({ title: "Bank holiday", date, notes: "", bunting: true })),
  });
  return { "england-and-wales": division("england-and-wales"), scotland: division("scotland") };
}

type Councils = { district: [code: string, name: string]; county?: [code: string, name: string] };

const NO_COUNTY = ["E99999999", null] as const;

/** postcodes.io's answer about a postcode in the demonstration's country. */
export function postcode(
  text: string,
  { district, county }: Councils,
  where: { country: string; region: string | null },
) {
  const [countyCode, countyName] = county ?? NO_COUNTY;
  const names = { admin_district: district[1], admin_county: countyName, admin_ward: "Mill" };
  const codes = { admin_district: district[0], admin_county: countyCode, admin_ward: "E05999901" };
  const place = { longitude: -1.5, latitude: 53.5, quality: 1 };
  return { status: 200, result: { postcode: text, ...where, ...names, ...place, codes } };
}

export const noSuchPostcode = { status: 404, error: "Postcode not found" };

/** The same about a postcode that was taken out of use. */
export function endedPostcode(text: string) {
  const terminated = { postcode: text, year_terminated: 2019, month_terminated: 3, longitude: -1.5 };
  return { ...noSuchPostcode, terminated };
}

type Voting = { council: string; slug: string; name: string };

/** An election as Democracy Club lists it. */
export function election(
  id: string,
  pollOn: Day,
  { council, slug, name }: Voting,
  more: { type?: string; children?: string[]; cancelled?: boolean } = {},
) {
  const { type = "local", children = [], cancelled = false } = more;
  return {
    election_id: id,
    election_title: `${name} ${type} election`,
    poll_open_date: pollOn,
    election_type: { name: "Local elections", election_type: type },
    organisation: {
      official_identifier: council,
      organisation_type: "local-authority",
      official_name: `${name} Council`,
      slug,
    },
    group_type: children.length > 0 ? "organisation" : null,
    children,
    cancelled,
    deleted: false,
  };
}

/** A council's next May: all its wards on the first Thursday, and one ward two months after a day. */
export function electionsAfter(day: Day, { council, slug, name }: Voting) {
  const year = Number(day.slice(0, 4)) + (day > `${day.slice(0, 4)}-05-07` ? 1 : 0);
  const may = thursdayFrom(toDay(`${year}-05-01`));
  const soon = thursdayFrom(addDays(day, 60));
  const of = { council, slug, name };
  return [
    election(`local.${slug}.${may}`, may, of, { children: [`local.${slug}.mill.${may}`] }),
    election(`local.${slug}.mill.by.${soon}`, soon, of),
  ];
}

/** A page of such a list. */
export function electionList(results: readonly unknown[]) {
  return { count: results.length, next: null, previous: null, results };
}

function thursdayFrom(day: Day): Day {
  return addDays(day, (4 + 7 - dayToDate(day).getUTCDay()) % 7);
}
