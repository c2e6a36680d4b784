import { createContext } from "react-router";

/** This page's nonce: what scripts in it must carry. (null is the default: `undefined` would count as none.) */
export const nonceContext = createContext<string | null>(null);

/** The request's number in the log, for error pages to show. */
export const requestIdContext = createContext<string | null>(null);

/** Where the request came from, for limits; personal data, so never written to a log. */
export const clientAddressContext = createContext<string | null>(null);

/** Noted when an answer failed because the database is away or busy: the web server then says when to come again. */
export const busyContext = createContext<{ isBusy: boolean } | null>(null);

/** What a page is made of was asked for without the page, as a browser asks that stays within the site. */
export const dataAloneContext = createContext<boolean>(false);

/** What the browser says of itself, for its owner and the audit to know it by. */
export const userAgentContext = createContext<string | null>(null);

/** The key of the forms on this page, by which one sent twice is written once. */
export const formKeyContext = createContext<string | null>(null);
