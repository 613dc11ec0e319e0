import { useFormatter, useLocale } from "next-intl";
import { LocalTime } from "./local-time.tsx";

/** A point in time: `clock` shows the hour alone. */
export function Moment({ at, clock = false }: { at: string; clock?: boolean }) {
  const format = useFormatter();
  const locale = useLocale();
  const style = clock
    ? ({ hour: "2-digit", minute: "2-digit", hour12: false } as const)
    : ({ dateStyle: "medium", timeStyle: "short" } as const);
  return <LocalTime at={at} clock={clock} locale={locale} text={`${format.dateTime(new Date(at), style)} UTC`} />;
}
