import { useFormatter, useLocale, useTranslations } from "next-intl";
import type { Candidate } from "#lib/plan/compare.ts";
import { softwareName } from "#lib/software/index.ts";

/** Software, size and languages in one line: what people look for on a server's own page. */
export function AboutLine({ candidate: { software, users, languages = [], signUp } }: { candidate: Candidate }) {
  const t = useTranslations("before.about");
  const format = useFormatter();
  const names = new Intl.DisplayNames(useLocale(), { type: "language" });
  const parts = [
    software ? t("software", { name: softwareName(software.name), version: software.version }) : null,
    users ? t(users.active ? "active" : "users", { count: users.count }) : null,
    languages.length > 0
      ? format.list(
          languages.map((code) => nameIn(names, code)),
          { type: "unit" },
        )
      : null,
  ].filter((part) => part !== null);
  return parts.length > 0 ? parts.join(" · ") : t(signUp === "unknown" ? "unread" : "nothing");
}

/** A server may name what no browser knows as a language. */
function nameIn(names: Intl.DisplayNames, code: string): string {
  try {
    return names.of(code) ?? code;
  } catch {
    return code;
  }
}

export function SignUp({ candidate: { signUp } }: { candidate: Candidate }) {
  return useTranslations("before.signUp")(signUp);
}
