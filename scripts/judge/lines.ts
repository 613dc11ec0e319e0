import type { rejudge } from "#lib/check/judge/rejudge.ts";
import type { Evidence, ExportedReport } from "#lib/contract/evidence.ts";

type Rejudged = ReturnType<typeof rejudge>;
type Server = Rejudged["servers"][number];
type Outcome = Server["followers"][number]["outcomes"][string];
type Fact = Pick<Server["facts"][number], "fact"> & { readonly target?: string; readonly value?: unknown };
type Shown = Fact & { readonly gap?: string; readonly source?: { readonly url?: string; readonly at: string } };

/** The verdicts, each with what decided it. People of one server with the same verdict stand together. */
export function judgedLines({ check }: Evidence, { move, counts, servers, rules }: Rejudged): readonly string[] {
  const pair = [check.old, ...check.targets].map(({ acct, host }) => (acct ? `@${acct}` : host)).join(" → ");
  return [
    `${pair}, by the rules ${rules}`,
    `move: ${move.state}`,
    ...move.findings.flatMap(({ cause, certainty, because }) => [
      `  ${cause}, ${certainty}`,
      ...because.map((fact) => `    because ${factLine(fact)}`),
    ]),
    `here ${counts.here}, missing ${counts.missing} (${counts.missingIs})`,
    ...servers.flatMap(serverLines),
  ];
}

function serverLines({ host, facts, followers }: Server): readonly string[] {
  const rows = followers.flatMap(({ acct, outcomes }) =>
    Object.entries(outcomes).map(([target, outcome]) => ({ acct, target, outcome })),
  );
  const alike = Map.groupBy(rows, ({ target, outcome }) => JSON.stringify([target, outcome]));
  return [
    "",
    host,
    ...[...alike.values()].flatMap((people) => {
      const [{ target, outcome }] = people as [(typeof people)[number]];
      const names = people.map(({ acct }) => (acct === "" ? "(a leftover entry)" : `@${acct}`)).join(", ");
      return [`  ${names} towards ${target}`, ...outcomeLines(outcome, facts)];
    }),
  ];
}

function outcomeLines(outcome: Outcome, facts: Server["facts"]): readonly string[] {
  const { position, cause, certainty, reach, reachCertainty, also, undecided, because } = outcome;
  return [
    `    ${position}: ${cause ?? "not judged"}${certainty ? `, ${certainty}` : ""}; following: ${reach}${reachCertainty ? `, ${reachCertainty}` : ""}`,
    ...because.flatMap((place) => {
      const fact = typeof place === "number" ? facts[place] : place;
      return fact ? [`      because ${factLine(fact)}`] : [];
    }),
    ...also.map((one) => `      also ${one.cause}, ${one.certainty}`),
    ...undecided.map(({ cause: open, gaps }) => `      undecided ${open}: ${gaps.join(", ")}`),
  ];
}

const LONGEST = 200;

function factLine({ fact, target, value, gap, source }: Shown): string {
  const text = gap === undefined ? (JSON.stringify(value) ?? "") : `nothing: ${gap}`;
  const short = text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
  const from = source ? ` (${[source.url, source.at].filter(Boolean).join(", ")})` : "";
  return `${fact}${target ? ` of ${target}` : ""} = ${short}${from}`;
}

/** Where the verdicts differ from those that the export holds. */
export function differenceLines({ followers }: Pick<ExportedReport, "followers">, again: Rejudged): readonly string[] {
  const judged = new Map(again.servers.flatMap(({ followers: all }) => all.map((one) => [one.acct, one.outcomes])));
  return (followers ?? []).flatMap(({ acct, cause, certainty }) => {
    const [now] = Object.values(judged.get(acct) ?? {});
    if (!now || (now.cause === cause && now.certainty === certainty)) return [];
    return [`@${acct} was ${cause} (${certainty}) and is ${now.cause} (${now.certainty})`];
  });
}
