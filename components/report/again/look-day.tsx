import { useFormatter } from "next-intl";

/** The day alone: the hour depends on how busy we are. */
export function LookDay({ at }: { at: string }) {
  const format = useFormatter();
  const day = format.dateTime(new Date(at), { weekday: "long", day: "numeric", month: "long", timeZone: "UTC" });
  return <time dateTime={at.slice(0, 10)}>{day}</time>;
}
