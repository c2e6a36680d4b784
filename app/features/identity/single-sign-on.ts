/** A council's own sign-in, as an admin's page shows it: its secret is shown to nobody. */
export type ProviderView = {
  id: string;
  issuer: string;
  clientId: string;
  domains: string[];
  required: boolean;
  /** Where it sends people back to, and no other provider does. */
  callback: string;
};

/** Where providers send people back to: each to an address of its own below this one. */
export const CALLBACK = "/sign-in/single-sign-on/callback";

/** What an e-mail address ends in, after its @. */
export function domainOf(email: string): string {
  return email
    .slice(email.lastIndexOf("@") + 1)
    .trim()
    .toLowerCase();
}
