import { dayInWords, dayOf } from "../day.ts";
import type { MessageLanguage } from "../language.ts";
import type { Published } from "../published.ts";

const SEVERITIES: Readonly<Record<MessageLanguage, Readonly<Record<Published["severity"], string>>>> = {
  en: { suspended: "suspended", limited: "limited", "not-allowed": "not among the servers it allows" },
};

/** A published line as evidence: who says what about whom, where and when it was read. */
export function sourceLine({ by, about, severity, url, at }: Published, language: MessageLanguage): string {
  const words = `- ${by} shows ${about} as ${SEVERITIES[language][severity]}`;
  return `${words} (read on ${dayInWords(dayOf(at), language)}${url ? `, ${url}` : ""})`;
}
