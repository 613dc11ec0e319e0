import { type Fact, known } from "#lib/domain/evidence/fact.ts";
import type { Answer, Gate } from "#lib/domain/ports/gate.ts";
import type { Server } from "#lib/fediverse/question/adapter.ts";

export type Standing = { readonly gate: Gate; readonly refusesSigned: (server: Server) => Fact<boolean> | undefined };

/**
 * How our own host stands with a server that wants signed requests: it answers what we sign, or it turns our host away. Nothing
 * is asked for it: the questions that are signed anyway tell.
 */
export function watchStanding(gate: Gate): Standing {
  const told: Answer[] = [];
  return {
    gate: {
      async ask(question) {
        const reply = await gate.ask(question);
        if (reply.ok && reply.signed) told.push(reply);
        return reply;
      },
    },
    refusesSigned({ host, webHost }) {
      const theirs = told.filter(({ url }) => [host, webHost].includes(URL.parse(url)?.hostname ?? ""));
      const answer = theirs.find(isBelieved) ?? theirs.find(isTurnedAway);
      return answer && known(isTurnedAway(answer), sourceOf(answer));
    },
  };
}

const isBelieved = ({ status, ours }: Answer): boolean => !ours && status >= 200 && status < 300;

/** A 403 with words in it may be a proxy's. */
const isTurnedAway = ({ ours, believedElsewhere, body }: Answer): boolean =>
  ours === "refused-us" && believedElsewhere === true && (body === null || body === "");

const sourceOf = ({ url, at, status }: Answer) => ({ kind: "network", url, at, status }) as const;
