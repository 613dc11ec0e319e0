import { useFormatter } from "next-intl";

/** Words for a day that is a date and no moment: no time zone may move it. No day, no words. */
export function usePlainDay(style: "short" | "long"): (day: string) => string {
  const format = useFormatter();
  const words = { weekday: style, day: "numeric", month: style, timeZone: "UTC" } as const;
  return (day) => (day === "" ? "" : format.dateTime(new Date(day), words));
}
