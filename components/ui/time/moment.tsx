import { useFormatter } from "next-intl";
import { daysAround } from "./day-words.ts";
import { LocalTime } from "./local-time.tsx";

/** A point in time: `clock` shows the hour alone. */
export function Moment({ at, clock = false }: { at: string; clock?: boolean }) {
  const format = useFormatter();
  const [before, day, after] = daysAround(at);
  const words = (of: Date) => format.dateTime(of, { dateStyle: "medium", timeZone: "UTC" });
  return <LocalTime at={at} days={clock ? undefined : [words(before), words(day), words(after)]} />;
}
