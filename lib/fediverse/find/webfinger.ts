import { z } from "zod";
import type { Fact } from "#lib/domain/evidence/fact.ts";
import { readAcct } from "#lib/domain/names/handle.ts";
import type { Acct, Host } from "#lib/domain/names/spellings.ts";
import type { Gate } from "#lib/domain/ports/gate.ts";
import { defined } from "#lib/flow/defined.ts";
import type { Question, Server } from "../question/adapter.ts";
import { type AskOptions, askFact } from "../question/ask.ts";
import { LONGEST_ADDRESS, lenientAddress, rowsOf, says, silent } from "../question/lenient-fields.ts";

/** What WebFinger says about a name: who it really is, where its actor stands, what its server can be sent to do. */
export type Fingered = {
  readonly subject?: Acct;
  readonly self?: string;
  readonly profile?: string;
  /** As the stranger wrote them: believed only after `safeIntent`. */
  readonly templates: readonly { readonly rel: string; readonly template: string }[];
};

type Named = Server & { readonly resource: string };

const Link = z.object({
  rel: z.string().max(LONGEST_ADDRESS),
  type: lenientAddress,
  href: lenientAddress,
  template: lenientAddress,
});
type Link = z.infer<typeof Link>;
const Jrd = z.object({ subject: lenientAddress, links: rowsOf(Link) });

const webfinger: Question<Named, Fingered> = {
  path: ({ resource }) => `/.well-known/webfinger?resource=${encodeURIComponent(resource)}`,
  accept: "application/jrd+json, application/json",
  about: "server",
  reads: (server) => Jrd.transform(({ subject, links }) => says(readLinks(subject, links.rows, server.host))),
  // The name, not the service: 410 is kept as the source's status and means that the account was deleted.
  statusMeans: { 404: silent("never-met"), 410: silent("never-met"), 400: silent("never-met") },
};

export const askWebfinger = (gate: Gate, host: Host, resource: string, options?: AskOptions): Promise<Fact<Fingered>> =>
  askFact(gate, webfinger, { host, webHost: host, resource }, options);

function readLinks(subject: string | undefined, links: readonly Link[], host: Host): Fingered {
  const acct = subject ? readAcct(subject.replace(/^acct:/i, ""), host) : null;
  return {
    ...defined({ subject: acct, self: selfOf(links), profile: links.find(({ rel }) => PROFILE.test(rel))?.href }),
    templates: links.flatMap(templateIn).slice(0, MOST_TEMPLATES),
  };
}

/** FEP-3b86 puts its templates into either field. */
function templateIn({ rel, template, href }: Link): Fingered["templates"] {
  const text = template ?? (/\/fep\/3b86\//.test(rel) ? href : undefined);
  return text ? [{ rel, template: text }] : [];
}

const MOST_TEMPLATES = 50;
const PROFILE = /^http:\/\/webfinger\.net\/rel\/profile-page$/i;
const ACTIVITY = /^application\/(?:activity\+json|ld\+json\b.*activitystreams)/i;

function selfOf(links: readonly Link[]): string | undefined {
  const self = links.find(({ rel, type }) => rel === "self" && (!type || ACTIVITY.test(type)))?.href;
  return self && URL.parse(self)?.protocol === "https:" ? self : undefined;
}
