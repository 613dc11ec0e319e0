import { asOffered } from "#components/messages/names/as-offered.ts";
import type { MentionScene } from "#components/messages/names/mention-scene.ts";
import type { NamesData } from "#components/messages/names/names-part.tsx";
import { limitsOf, moverOf } from "#components/messages/scene.ts";
import { stageOf } from "#components/messages/stage.ts";
import { judgedCause } from "#lib/causes/index.ts";
import type { CheckState } from "#lib/contract/check-state.ts";
import type { Report, ReportFollower } from "#lib/contract/report.ts";
import type { ReachOf } from "#lib/messages/contact.ts";
import { ruleFor } from "#lib/messages/contact-rules.ts";
import type { OpenCheck } from "../open-check.ts";
import { readMentionWords } from "./writers.ts";

/** More names than this help nobody to choose thirty. */
const LISTED = 100;

type Scene = { readonly state: CheckState; readonly report: Report; readonly now: string };

/** Everything about people that the page and its files need. Null where nobody may be named. */
export async function gatherNames(open: OpenCheck, { state, report, now }: Scene): Promise<NamesData | null> {
  const mover = moverOf(report, state.share?.url);
  if (!mover || state.proof.state === "missing" || stageOf(report) !== "after") return null;
  const [pages, asked, skipped] = await Promise.all([
    Promise.all(mentionable(report).map((cause) => page(open, { cause }))),
    page(open, { mark: "asked" }),
    page(open, { mark: "skip" }),
  ]);
  const found = pages.flatMap(({ items }) => items);
  const scene: MentionScene = {
    ...{ mover, now, asked: asked.total, limits: limitsOf(report.new ?? {}), words: await readMentionWords() },
    ...(report.new?.createdAt ? { newAccountSince: report.new.createdAt } : {}),
    people: offersTo(found, report, now),
  };
  return {
    scene,
    more: pages.reduce((sum, { items, total }) => sum + total - items.length, 0),
    asked: { accts: asked.items.map(({ acct }) => acct), total: asked.total },
    skipped: { accts: skipped.items.map(({ acct }) => acct), total: skipped.total },
  };
}

const mentionable = ({ counts }: Report): readonly string[] =>
  Object.keys(counts.byCause).filter((cause) => ruleFor(judgedCause(cause)).by === "mention");

async function page({ checks, id, key }: OpenCheck, which: { cause: string } | { mark: "asked" | "skip" }) {
  const found = await checks.followers(id, key, { ...which, sort: "you-follow", limit: LISTED });
  return found ?? { items: [], next: null, total: 0 };
}

/** Those who may be written to; the reasons for the others are counted by server. */
function offersTo(found: readonly ReportFollower[], { servers }: Report, now: string): MentionScene["people"] {
  const byHost = new Map(servers.map((server) => [server.host, server]));
  const reachOf: ReachOf = (host) => byHost.get(host)?.reach ?? "unknown";
  return found
    .map((person) => asOffered(person, { onePerson: byHost.get(person.server)?.onePerson ?? false, reachOf, now }))
    .filter(({ mention }) => mention);
}
