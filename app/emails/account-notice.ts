import { asMail } from "./mail-words";

/** What somebody is told of their own account, so that they notice what they did not do themselves. */
export const ACCOUNT_NOTICES = {
  "second-step-reset": {
    subject: "Your second step was taken off",
    words:
      "A programme admin took the authenticator app and the recovery codes off your Common Ground account, and signed it out everywhere. Sign in with your password. If you are a lead or an admin you then set up a new app.",
  },
} as const;

export type AccountNotice = keyof typeof ACCOUNT_NOTICES;

/** The mail. */
export function wordAccountNotice(notice: AccountNotice, name: string) {
  const { subject, words } = ACCOUNT_NOTICES[notice];
  return asMail(subject, [
    `Dear ${name},`,
    words,
    "If you did not ask for this, tell a programme admin today.",
  ]);
}
