const SHAPE = /^(\d{1,2})(?:[:. ]?(\d{2}))?\s*(am|pm)?$/;

/** A time of day as people write it ("19:30", "7.30pm", "7 pm", "1930") as 'HH:MM'; null where it is none. */
export function parseClockTime(text: string): string | null {
  const [, hourText, minuteText, half] = SHAPE.exec(text.trim().toLowerCase()) ?? [];
  if (hourText === undefined) return null;
  // "7" alone may be morning or evening.
  if (minuteText === undefined && half === undefined) return null;
  const typed = Number(hourText);
  if (half !== undefined && (typed < 1 || typed > 12)) return null;
  const hour = half === undefined ? typed : (typed % 12) + (half === "pm" ? 12 : 0);
  const minute = Number(minuteText ?? 0);
  if (hour > 23 || minute > 59) return null;
  return `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;
}
