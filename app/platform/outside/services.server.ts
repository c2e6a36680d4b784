import { getEnvironment } from "../environment.server.ts";

const DEMOCRACY_CLUB_OPEN = "https://elections.democracyclub.org.uk";
const DEMOCRACY_CLUB_WITH_KEY = "https://developers.democracyclub.org.uk";

/** Every service outside that is ever asked, and where: a scheme and a host each. Nothing else is. */
export const SERVICES = {
  "gov-uk": () => getEnvironment().GOV_UK_URL,
  postcodes: () => getEnvironment().POSTCODES_URL,
  "democracy-club": () => {
    const { DEMOCRACY_CLUB_URL, DEMOCRACY_CLUB_KEY } = getEnvironment();
    return DEMOCRACY_CLUB_URL ?? (DEMOCRACY_CLUB_KEY ? DEMOCRACY_CLUB_WITH_KEY : DEMOCRACY_CLUB_OPEN);
  },
} as const;
export type ServiceId = keyof typeof SERVICES;
