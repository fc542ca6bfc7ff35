const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Thousands of rows one after the other have the same. */
let lastDay = "";

/** Whether a text is a day of the calendar (ISO): the language takes the 30th of February for one of March. */
export function isDay(text: string): boolean {
  if (text === lastDay) return true;
  const time = DAY.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  if (Number.isNaN(time) || !new Date(time).toISOString().startsWith(text)) return false;
  lastDay = text;
  return true;
}
