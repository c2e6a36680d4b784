import type { Option } from "~/ui/select";
import type { PersonOption } from "../people-typed";

/** What a meeting's form offers, as its page's loader gives it. */
export type MeetingFormOptions = {
  /** Both sides as they are named: "the partnership", "Barley Borough". */
  ours: string;
  theirs: string;
  people: PersonOption[];
  rolesOurs: Option[];
  rolesTheirs: Option[];
  /** The councils to choose from; one or none: there is nothing to choose. */
  councils: Option[];
  /** The projects that may have been talked of. */
  projects: Option[];
  audience: string;
};
