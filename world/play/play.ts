import { followNew } from "../make/build.ts";
import type { ScenarioEvent } from "../make/scenario.ts";
import type { Account, Server, WorldState } from "../model.ts";
import { follow } from "./follow.ts";
import { type Log, noteServer, openLog } from "./log.ts";
import { blockByHand, unblockByHand } from "./own-blocks.ts";
import { notesTheMove, obstacle, takesTheUpdate } from "./receive.ts";
import { sever } from "./sever.ts";

export const USUALLY_DAYS_AGO = 12;
export const USUAL: readonly ScenarioEvent[] = [{ do: "snapshot" }, { do: "move" }];

/** Lets everything happen in order; both lists come out of it by themselves. */
export function play(
  world: WorldState,
  script: readonly ScenarioEvent[] = USUAL,
  movedDaysAgo = USUALLY_DAYS_AGO,
): Log {
  const log = openLog();
  acquaint(world);
  for (const step of script) take(world, log, step, movedDaysAgo);
  return log;
}

/** The alias on NEW and the form on OLD cannot be filled in before both have looked each other up. */
function acquaint({ target, old }: WorldState): void {
  for (const server of [old.server, target.server]) {
    server.ofOld.known = true;
    server.ofNew.known = true;
  }
}

export function take(world: WorldState, log: Log, step: ScenarioEvent, movedDaysAgo: number): void {
  if ("who" in step) act(world, step, accountAt(world, step.who));
  if ("at" in step) change(world, log, step, serverAt(world, step.at));
  if (step.do === "snapshot") save(world, step.daysBefore);
  if (step.do === "drop-alias") world.alias = false;
  if (step.do === "move" || step.do === "redirect") {
    world.movedDaysAgo = movedDaysAgo;
    world.pointsToNew = true;
    noteMoved(world.old.server);
  }
  if (step.do === "move") move(world, log);
  if (step.do === "redirect") redirect(world);
  if (step.do === "cancel-redirect") cancelRedirect(world);
  if ("name" in step) decide(world, log, step);
  if (step.do === "days-pass" && world.movedDaysAgo !== undefined) world.movedDaysAgo += step.days;
  if (step.do === "minutes-pass") retry(world, log, step.minutes);
}

function save(world: WorldState, daysBefore = 1): void {
  world.savedDaysBefore = daysBefore;
  for (const who of world.people) who.inSnapshot = who.atOld === "yes";
}

type Decision = Extract<ScenarioEvent, { readonly name: string }>;
function decide(world: WorldState, log: Log, step: Decision): void {
  if (step.do === "owner-blocks") blockByHand(world, log, step.name);
  else unblockByHand(world, step.name);
}

type Act = Extract<ScenarioEvent, { readonly who: string }>;
function act(world: WorldState, step: Act, who: Account): void {
  if (step.do === "delete-account") vanish(world, who, step.told === true);
  if (step.do === "suspend-account") who.fate = "suspended";
  if (step.do === "describe") who.about = { ...who.about, ...step.about };
  if (step.do === "unfollow-old") {
    who.atOld = "no";
    who.saysOld = "no";
  }
  if (step.do === "unfollow-new") {
    who.atNew = "no";
    who.saysNew = "no";
  }
  if (step.do === "follow-new") {
    const youngest = world.people.reduce((most, { newFollow }) => Math.max(most, newFollow), 0);
    followNew(who);
    who.newFollow = youngest + 1;
  }
}

type Change = Extract<ScenarioEvent, { readonly at: string }>;
function change(world: WorldState, log: Log, step: Change, server: Server): void {
  if (step.do === "break") server.fault = step.fault;
  if (step.do === "mend") server.fault = undefined;
  if (step.do === "purge-old") purge(world, server);
  if (step.do === "open-old" && !obstacle(world, server)) {
    noteMoved(server);
    server.ofOld.followers = countFollowers(world);
  }
  if (step.do === "unblock") server.blocks = server.blocks.filter(({ domain }) => domain !== step.domain);
  if (step.do !== "block") return;
  server.blocks = [...server.blocks, { domain: step.domain, severity: step.severity ?? "suspend" }];
  sever(world, log, server, step.domain);
}

/** The profile of the old account points to the new one, as far as this server can tell. */
function noteMoved(server: Server): void {
  server.ofOld.known = true;
  server.ofOld.moved = true;
  server.ofNew.known = true;
}

function move(world: WorldState, log: Log): void {
  const before = countFollowers(world);
  log.undone = 0;
  // A server that hears nothing of the Move keeps the copy that it had, whether or not it has a follower left.
  for (const server of world.servers.values()) if (server !== world.old.server) server.ofOld.followers = before;
  for (const [server, people] of followersByServer(world)) {
    noteServer(log, server, "sent");
    deliver(world, log, server, people, before);
  }
}

/** A Move, and beside it an Update of the profile: a server that takes them in draws the profile anew at that moment. */
function deliver(world: WorldState, log: Log, server: Server, people: readonly Account[], before: number): void {
  const turn = obstacle(world, server);
  if (!turn || takesTheUpdate(turn)) server.ofOld.followers = before - log.undone;
  if (notesTheMove(world, server, turn)) noteMoved(server);
  if (turn) noteServer(log, server, ...turn);
  else carryOut(world, log, server, people);
}

function countFollowers({ people }: WorldState): number {
  return people.reduce((sum, { atOld }) => sum + (atOld === "yes" ? 1 : 0), 0);
}

function carryOut(world: WorldState, log: Log, server: Server, people: readonly Account[]): void {
  noteServer(log, server, "processed");
  for (const who of people) follow(world, log, who);
}

function followersByServer(world: WorldState): Map<Server, Account[]> {
  const found = new Map<Server, Account[]>();
  for (const who of world.people) {
    if (who.atOld !== "yes") continue;
    const there = found.get(who.server);
    if (there) there.push(who);
    else found.set(who.server, [who]);
  }
  return found;
}

/** Where nobody answered, after 15 seconds, one minute, two and five, and then each time after twice as long. */
function retry(world: WorldState, log: Log, minutes: number): void {
  const from = world.minutes;
  world.minutes += minutes;
  if (!triesBetween(from, world.minutes)) return;
  const now = countFollowers(world) + log.undone;
  for (const [server, people] of followersByServer(world))
    if (log.byServer.get(server)?.what === "undelivered") deliver(world, log, server, people, now);
}

const FIRST_TRIES = [0.25, 1, 2, 5];
function triesBetween(from: number, to: number): boolean {
  let at = 0;
  for (let wait = 0, n = 0; at <= to; n++) {
    wait = FIRST_TRIES[n] ?? wait * 2;
    at += wait;
    if (at > from && at <= to) return true;
  }
  return false;
}

/** An Update tells the servers that still have followers of the old account. */
function cancelRedirect(world: WorldState): void {
  world.pointsToNew = false;
  world.old.server.ofOld.moved = false;
  for (const server of followersByServer(world).keys()) {
    const why = obstacle(world, server)?.[1];
    if (why !== "blocks-old" && why !== "server-down" && why !== "given-up") server.ofOld.moved = false;
  }
}

/** An Update goes out and every reachable server redraws the profile; nobody follows. */
function redirect(world: WorldState): void {
  for (const server of followersByServer(world).keys()) {
    const why = obstacle(world, server)?.[1];
    if (!why || why === "alias") noteMoved(server); // an Update asks for no alias
  }
}

function purge(world: WorldState, server: Server): void {
  server.ofOld.known = false;
  for (const who of world.people) if (who.server === server) who.saysOld = "no";
}

/** Deleted. Where the news of it never reached OLD and NEW, the rows stay in their lists; its own server needs no news. */
function vanish(world: WorldState, who: Account, told: boolean): void {
  who.fate = "deleted";
  who.saysOld = "no";
  if (told || who.server === world.old.server) who.atOld = "no";
  if (!told && who.server !== world.target.server) return;
  who.atNew = "no";
  who.saysNew = "no";
  if (who === world.old && told)
    for (const server of world.servers.values()) server.ofOld.known = server === who.server;
}

function accountAt(world: WorldState, handle: string): Account {
  const [user, host = ""] = handle.split("@");
  const who = world.servers.get(host)?.accounts.find((one) => one.user === user);
  if (!who) throw new Error(`nobody is called ${handle} in this world`);
  return who;
}

function serverAt(world: WorldState, host: string): Server {
  const server = world.servers.get(host);
  if (!server) throw new Error(`no server is called ${host} in this world`);
  return server;
}
