import type { Side } from "../evidence/side.ts";
import type { Context } from "./context.ts";
import type { Statement } from "./walls/weigh.ts";

/** The domain in its handles is the host of its actors. */
export const hasOneName = ({ host, webHost }: Pick<Side, "host" | "webHost">): boolean => host === webHost;

/**
 * Mastodon looks at its domain blocks before it looks for the account. An account shown, or its followers listed,
 * is proof that neither its server nor a parent of it is suspended there; other software shows both all the same.
 * A look-up compares the handle's domain alone: where actors live at another host, that one may be shut out still, and
 * nothing that is shown tells.
 */
export function statementsOfSight(context: Context, about: "onOld" | "onTarget"): readonly Statement[] {
  if (context.family !== "mastodon") return [];
  const { sight, view } = about === "onOld" ? context.aboutOld : context.aboutTarget;
  const target = about === "onTarget" ? { target: context.target.key } : {};
  if (!hasOneName(about === "onOld" ? context.check.old : context.target)) return [];
  const open = (fact: string): Statement => ({ blocked: false, certainty: "proven", witness: { fact, ...target } });
  return [
    ...(sight?.known && sight.value.seen === "known" ? [open(`${about}.sight`)] : []),
    ...(view?.known && view.value.accts.length > 0 ? [open(`${about}.view`)] : []),
  ];
}
