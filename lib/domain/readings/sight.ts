import type { Context } from "./context.ts";
import type { Statement } from "./weigh.ts";

/**
 * Mastodon looks at its domain blocks before it looks for the account. An account shown, or its followers listed,
 * is proof that neither its server nor a parent of it is suspended there; other software shows both all the same.
 */
export function statementsOfSight(context: Context, about: "onOld" | "onTarget"): readonly Statement[] {
  if (context.family !== "mastodon") return [];
  const { sight, view } = about === "onOld" ? context.aboutOld : context.aboutTarget;
  const target = about === "onTarget" ? { target: context.target.key } : {};
  const open = (fact: string): Statement => ({ blocked: false, certainty: "proven", witness: { fact, ...target } });
  return [
    ...(sight?.known && sight.value.seen === "known" ? [open(`${about}.sight`)] : []),
    ...(view?.known && view.value.accts.length > 0 ? [open(`${about}.view`)] : []),
  ];
}
