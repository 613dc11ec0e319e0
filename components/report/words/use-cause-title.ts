import { useTranslations } from "next-intl";
import { guessedCause, type ShownCause } from "#i18n/cause-words.ts";
import type english from "#i18n/en.json";
import type { ReportFollower } from "#lib/contract/report.ts";
import { certaintyMix } from "../overview/causes/certainty-mix.ts";

/** Reasons that are worded with a doubt have words without one for who is certain. */
type Certain<Part extends string> = {
  [Id in ShownCause]: (typeof english)["causes"][Id] extends { readonly [Key in Part]: string }
    ? `${Id}.${Part}`
    : never;
}[ShownCause];
type CertainTitle = Certain<"titleCertain">;
type CertainWhat = Certain<"whatCertain">;
type Sampled = readonly Pick<ReportFollower, "certainty">[];
type Names = { readonly old: string; readonly new: string };

/** Whether for some of these people the reason is one among others: then no dots stand beside it. */
export const isOnlyPossible = (people: Sampled): boolean => certaintyMix(people)?.weak === "possible";

/** Whether all of them are certain: then nothing in the words may doubt it. */
const isCertain = (people: Sampled): boolean => certaintyMix(people)?.weak === "proven";

/** A reason as a finding, or as a guess where it is one. */
export function useCauseTitle(names: Names) {
  const causes = useTranslations("causes");
  const maybe = useTranslations("maybe");
  return (cause: ShownCause, people: Sampled): string => {
    const guess = isOnlyPossible(people) ? guessedCause(cause) : undefined;
    if (guess) return maybe(`${guess}.title`);
    const certain = `${cause}.titleCertain` as CertainTitle; // sound: asked for before it is read
    return isCertain(people) && causes.has(certain) ? causes(certain) : causes(`${cause}.title`, names);
  };
}

/** What happened, as sure as it is. */
export function useCauseWhat(names: Names) {
  const causes = useTranslations("causes");
  return (cause: ShownCause, people: Sampled): string => {
    const certain = `${cause}.whatCertain` as CertainWhat; // sound: asked for before it is read
    return isCertain(people) && causes.has(certain) ? causes(certain) : causes(`${cause}.what`, names);
  };
}

/** The same in a word, for one person's row: who is suspended may come back, who deleted the account does not. */
export function useCauseInShort(names: Names) {
  const short = useTranslations("followers.short");
  const maybe = useTranslations("maybe");
  const gone = useTranslations("followers.gone");
  return (cause: ShownCause | "none", person: Pick<ReportFollower, "certainty" | "group" | "how">): string => {
    if (person.group === "nobody" && person.how) return gone(person.how);
    const guess = cause !== "none" && isOnlyPossible([person]) ? guessedCause(cause) : undefined;
    return guess ? maybe(`${guess}.short`) : short(cause, names);
  };
}
