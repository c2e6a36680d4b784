/** Passkeys an account may have. */
export const PASSKEYS_MOST = 20;

/** A passkey as its owner's list shows it. */
export type PasskeyView = { id: string; name: string; addedAt: Date; lastUsedAt: Date | null };
