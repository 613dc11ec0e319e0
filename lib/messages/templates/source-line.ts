import { dayInWords, dayOf } from "../day.ts";
import type { MessageLanguage } from "../language.ts";
import type { Published } from "../published.ts";

const SEVERITIES: Readonly<Record<MessageLanguage, Readonly<Record<Published["severity"], string>>>> = {
  en: { suspended: "suspended", limited: "limited", "not-allowed": "not among the servers it allows" },
};

/** A published line as evidence: who says what about whom, in whose words, where and when it was read. */
export function sourceLine({ by, about, severity, reason, url, at }: Published, language: MessageLanguage): string {
  const words = `- ${by} shows ${about} as ${SEVERITIES[language][severity]}`;
  const why = reason ? `, with the reason "${reason}"` : "";
  return `${words}${why} (read on ${dayInWords(dayOf(at), language)}${url ? `, ${url}` : ""})`;
}
