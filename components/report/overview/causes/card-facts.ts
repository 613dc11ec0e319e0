import type { ReportFollower, ReportServer } from "#lib/contract/report.ts";
import type { ReportFact } from "../../words/fact-words.ts";

/** What the verdicts about these people rest on, of the facts of one server, each once and in the server's order. */
export function factsBehind(server: ReportServer, people: readonly ReportFollower[]): readonly ReportFact[] {
  const used = new Set(
    people
      .filter((person) => person.server === server.host)
      .flatMap(({ because }) => because.filter((one) => typeof one === "number")),
  );
  return server.facts.filter((_, place) => used.has(place));
}
