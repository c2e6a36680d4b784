/** Where somebody is signed in, as their page shows it. */
export type SessionView = { id: string; browser: string; since: Date; lastSeen: Date; isThis: boolean };
