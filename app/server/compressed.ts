import compression, { type CompressionOptions } from "compression";

/** As much of a page as may wait to be compressed before whoever writes it has to wait: any page of ours. */
const WAITING_BYTES = 4 * 1024 * 1024;

/**
 * Compresses what is sent. compression hands each listener for "drain" on to its own stream and never takes one back, so
 * that a long page, written part by part, would leave one behind a part: with room for a whole page nobody waits.
 */
const options: CompressionOptions & { highWaterMark: number } = { highWaterMark: WAITING_BYTES };
export const compressed = compression(options);
