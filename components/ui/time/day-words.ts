/** The words of the day before, of the day itself and of the day after, reckoned in UTC. */
export type DayWords = readonly [before: string, day: string, after: string];

const DAY_MS = 86_400_000;

export const daysAround = (at: string): readonly [Date, Date, Date] => {
  const noon = new Date(at).setUTCHours(12, 0, 0, 0);
  return [new Date(noon - DAY_MS), new Date(noon), new Date(noon + DAY_MS)];
};

/** No clock on earth is more than a day away from another. */
export function writeLocal(at: string, days?: DayWords): string {
  const moment = new Date(at);
  const here = Date.UTC(moment.getFullYear(), moment.getMonth(), moment.getDate());
  const away = Math.round((here - new Date(at).setUTCHours(0, 0, 0, 0)) / DAY_MS);
  return inWords(days?.[away + 1], moment.getHours(), moment.getMinutes());
}

export function writeUtc(at: string, days?: DayWords): string {
  const moment = new Date(at);
  return `${inWords(days?.[1], moment.getUTCHours(), moment.getUTCMinutes())} UTC`;
}

const two = (count: number): string => String(count).padStart(2, "0");
const inWords = (day: string | undefined, hours: number, minutes: number): string =>
  `${day ? `${day}, ` : ""}${two(hours)}:${two(minutes)}`;
