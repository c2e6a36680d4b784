/** What a command says that is for programme admins alone. */
export const ADMINS_ONLY = "Only a programme admin can do this.";
