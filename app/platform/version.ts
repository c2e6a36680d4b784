import told from "../../package.json";

/** Which release this is, as package.json says. */
export const VERSION: string = told.version;
