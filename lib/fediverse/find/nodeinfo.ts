import { z } from "zod";
import { type Fact, gap } from "#lib/domain/evidence/fact.ts";
import type { NodeInfo } from "#lib/domain/evidence/server.ts";
import type { Gate } from "#lib/domain/ports/gate.ts";
import { defined } from "#lib/flow/defined.ts";
import { factsOf } from "#lib/software/index.ts";
import type { Question, Server } from "../question/adapter.ts";
import { type AskOptions, ask } from "../question/ask.ts";
import { shortText } from "../question/free-text.ts";
import { lenient, lenientCount, lenientFlag, rowsOf, says } from "../question/lenient-fields.ts";
import { related } from "./related-hosts.ts";

/** NodeInfo and its raw document: Pleroma publishes its block list in the metadata. */
export type NodeInfoRead = { readonly fact: Fact<NodeInfo>; readonly document?: unknown };

const Link = z.object({ rel: z.string(), href: z.string() });
const Index = z.object({ links: rowsOf(Link) });

const index: Question<Server, readonly z.infer<typeof Link>[]> = {
  path: () => "/.well-known/nodeinfo",
  about: "server",
  reads: () => Index.transform(({ links }) => says(links.rows)),
};

const Document = z.object({
  software: z.object({ name: z.string().min(1), version: z.string().catch("") }),
  usage: lenient(z.object({ users: lenient(z.object({ total: lenientCount, activeMonth: lenientCount })) })),
  openRegistrations: lenientFlag,
});
/** NodeInfo 1.0 of very old hosts. */
const Elder = z.object({ server: z.object({ software: z.string(), version: z.string().catch("") }) });

type At = Server & { readonly href: string };
const document: Question<At, NodeInfo> = {
  path: ({ href }) => href,
  about: "server",
  reads: () =>
    z.union([
      Document.transform((body) => says(readDocument(body))),
      Elder.transform(({ server }) => says({ software: nameOf(server.software, server.version) })),
    ]),
};

const NEWEST_FIRST = ["2.1", "2.0", "2.2", "1.1", "1.0"];

export async function readNodeInfo(gate: Gate, server: Server, options?: AskOptions): Promise<NodeInfoRead> {
  const found = await ask(gate, index, server, options);
  if (!found.fact.known) return { fact: found.fact };
  const href = chooseHref(found.fact.value, server, found.url);
  if (!href) return { fact: gap("bad-answer", found.fact.source) };
  const { fact, body } = await ask(gate, document, { ...server, href }, options);
  return { fact, document: body };
}

/** The document has to stand on the server that was asked, or on the one that answered for it. */
function chooseHref(links: readonly z.infer<typeof Link>[], server: Server, answeredAt: string): string | undefined {
  const hosts = [server.host, server.webHost, URL.parse(answeredAt)?.hostname ?? ""];
  const allowed = links.flatMap(({ rel, href }) => {
    const url = URL.parse(href, answeredAt);
    const version = NEWEST_FIRST.findIndex((each) => rel.endsWith(`/schema/${each}`));
    if (version < 0 || url?.protocol !== "https:" || !hosts.some((host) => related(host, url.hostname))) return [];
    return [{ version, href: url.href }];
  });
  return allowed.sort((one, other) => one.version - other.version)[0]?.href;
}

function readDocument({ software, usage, openRegistrations }: z.infer<typeof Document>): NodeInfo {
  const named = nameOf(software.name, software.version);
  const users = factsOf(named.name)?.inventsCounts ? undefined : usage?.users;
  return {
    software: named,
    // Zero is what servers say that do not count: somebody of theirs is in the list.
    ...defined({ users: users?.total || undefined, activeUsers: users?.activeMonth || undefined, openRegistrations }),
  };
}

const nameOf = (name: string, version: string) => ({
  name: (shortText(name) ?? "").trim().toLowerCase(),
  version: (shortText(version) ?? "").trim(),
});
