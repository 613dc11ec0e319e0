import type { Allowed } from "./allowed.ts";

export type Advisory = {
  /** As `GHSA-67mh-4wv8-f99j`; the address where it has another form. */
  readonly id: string;
  readonly name: string;
  readonly severity: string;
  readonly title: string;
};

type Via = { readonly name?: string; readonly url?: string; readonly severity?: string; readonly title?: string };
type NpmReport = {
  readonly vulnerabilities?: Readonly<Record<string, { readonly via?: readonly (string | Via)[] }>>;
};

/**
 * Each hole once, in the package that has it. A package that only depends on another one names it by a word, and is left
 * out. Nothing where the text is no report: no registry answered, or it keeps no list of holes.
 */
export function advisoriesIn(text: string): readonly Advisory[] | undefined {
  const report = parsed(text) as NpmReport | undefined;
  if (!report?.vulnerabilities) return undefined;
  const found = Object.entries(report.vulnerabilities).flatMap(([name, { via = [] }]) =>
    via.flatMap((one) => (typeof one === "string" ? [] : [advisoryOf(name, one)])),
  );
  return [...new Map(found.map((one) => [`${one.id} ${one.name}`, one])).values()];
}

function advisoryOf(owner: string, { name = owner, url = "", severity = "unknown", title = "" }: Via): Advisory {
  return { id: /GHSA(-[0-9a-z]{4}){3}/.exec(url)?.[0] ?? (url || title), name, severity, title };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export type Judged = {
  readonly open: readonly Advisory[];
  readonly allowed: readonly Advisory[];
  /** Of the list: nothing that was found needs them any more. */
  readonly idle: readonly Allowed[];
};

/** `today` as `2026-11-30`. An entry holds through its last day. */
export function judged(found: readonly Advisory[], list: readonly Allowed[], today: string): Judged {
  const holds = ({ id }: Advisory): boolean => list.some(({ advisory, until }) => advisory === id && today <= until);
  return {
    open: found.filter((one) => !holds(one)),
    allowed: found.filter(holds),
    idle: list.filter(({ advisory }) => !found.some(({ id }) => id === advisory)),
  };
}
