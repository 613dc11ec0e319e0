import { createTranslator } from "next-intl";
import { shownCause } from "#i18n/cause-words.ts";
import english from "#i18n/en.json" with { type: "json" };
import type { Report } from "#lib/contract/report.ts";

/** The pages' own words, so that both say the same. */
const translator = createTranslator({ locale: "en", messages: english, timeZone: "UTC" });

export type Hosts = { readonly old: string; readonly new: string };

export const causeTitle = (cause: string | null, hosts: Hosts): string =>
  cause === "clear" ? "Nothing we can see is in the way" : translator(`causes.${shownCause(cause)}.title`, hosts);
export const groupTitle = (group: keyof typeof english.groups): string => translator(`groups.${group}`);
export const stepTitle = (step: keyof typeof english.progress.steps): string => translator(`progress.steps.${step}`);
export const reachTitle = (reach: keyof typeof english.reach): string => translator(`reach.${reach}`);

type Followed = NonNullable<NonNullable<Report["candidates"]>[number]["following"]>;
export const followedLine = (total: number, { can, limited, cannot, unknown }: Followed): string =>
  translator("before.following.line", { total, can, limited, shut: cannot, unknown });

export function findingLine(finding: Report["move"]["findings"][number]["cause"], accounts: Hosts): string {
  const line = translator(`banner.${finding}.text`, accounts);
  return `${translator(`banner.${finding}.title`)}. ${line}`;
}

type Problem = keyof typeof english.start.problem;
const isProblem = (code: string): code is Problem => code in english.start.problem;

/** What is wrong with each address, in the words of the start page's fields. */
export const refusalLine = (fields: Readonly<Record<string, string>>): string =>
  Object.entries(fields)
    .map(
      ([field, code]) => `${field}: ${translator(`start.problem.${isProblem(code) ? code : "other"}`, { count: 1 })}`,
    )
    .join(" ");

type End = keyof typeof english.signIn.end;
const isEnd = (end: string): end is End => end in english.signIn.end;

/** Why nothing is read with a token from the environment. */
export const tokenLine = (account: "new" | "old", end: string): string =>
  `${account.toUpperCase()}_TOKEN: ${translator(`signIn.end.${isEnd(end) ? end : "refused"}`)}`;
