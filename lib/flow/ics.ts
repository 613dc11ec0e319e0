/** An entry of a calendar: one whole day. Days are `2026-11-20`: nobody's time zone is known. */
export type DayEvent = {
  readonly uid: string;
  readonly day: string;
  readonly summary: string;
  readonly text?: string;
  readonly url?: string;
};

/** A calendar file (RFC 5545). A line is folded where it is longer than 75 bytes, never inside a letter. */
export function calendarFile(name: string, events: readonly DayEvent[], now: string): string {
  const lines = ["BEGIN:VCALENDAR", "VERSION:2.0", `PRODID:-//Housewarming//${name}//EN`, "CALSCALE:GREGORIAN"];
  const body = events.flatMap((event) => eventLines(event, now));
  return [...lines, ...body, "END:VCALENDAR"].map((line) => `${folded(line)}\r\n`).join("");
}

const eventLines = ({ uid, day, summary, text, url }: DayEvent, now: string): readonly string[] => [
  "BEGIN:VEVENT",
  `UID:${uid}@housewarming.invalid`,
  `DTSTAMP:${now.slice(0, 19).replace(/[-:]/g, "")}Z`,
  `DTSTART;VALUE=DATE:${compact(day)}`,
  `DTEND;VALUE=DATE:${compact(nextDay(day))}`,
  `SUMMARY:${escaped(summary)}`,
  ...(text ? [`DESCRIPTION:${escaped(text)}`] : []),
  ...(url ? [`URL:${url}`] : []),
  "TRANSP:TRANSPARENT",
  "END:VEVENT",
];

const DAY_MS = 86_400_000;
const nextDay = (day: string): string => new Date(Date.parse(day) + DAY_MS).toISOString().slice(0, 10);
const compact = (day: string): string => day.replaceAll("-", "");
const escaped = (text: string): string => text.replace(/[\\;,]/g, "\\$&").replace(/\r?\n/g, "\\n");

const LONGEST = 75;
const encoder = new TextEncoder();

/** A line that goes on begins with a space, which counts. */
function folded(line: string): string {
  const parts: string[] = [];
  let [part, size] = ["", 0];
  for (const letter of line) {
    const bytes = encoder.encode(letter).length;
    if (size + bytes > LONGEST) {
      parts.push(part);
      [part, size] = ["", 1];
    }
    part += letter;
    size += bytes;
  }
  return [...parts, part].join("\r\n ");
}
