/** Why somebody else may not. */
export const ADMINS = "Only a programme admin can change the register of organisations.";
