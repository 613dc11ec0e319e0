import { isDown } from "../../faults/names.ts";
import type { Account, WorldState } from "../../model.ts";
import { followByHand } from "../../play/follow.ts";
import { knows, local } from "../common/accounts.ts";
import { accountOf } from "../common/actor.ts";
import { forgetLists } from "../common/lists.ts";
import type { Reply } from "../common/reply.ts";
import type { Routes, Scene } from "../common/routes.ts";
import { pageOf, uriOf } from "../common/uris.ts";
import { shutsOut } from "../matching.ts";
import { fieldsOf, page, quoted, sessionOf, signIn, signInPage } from "../oauth/authorize.ts";
import { RULES } from "../rules.ts";
import { type FollowPage, moved, type Named } from "./habits.ts";

/** Every page that leads to the button, and the button. */
export const followPages = (kind: FollowPage): Routes => ({
  ...Object.fromEntries(kind.paths.map((path) => [`GET ${path}`, (scene: Scene) => arrive(scene, kind)])),
  "GET /auth/sign_in": () => signInPage("/"),
  "POST /auth/sign_in": signIn,
  "GET /web/:handle": (scene) => button(scene),
  "GET /i/web/profile": (scene) => button(scene),
  "GET /wp-admin/users.php": (scene) => button(scene),
  "POST /follow": press,
});

function arrive(scene: Scene, kind: FollowPage): Reply {
  const { query } = scene.asked;
  const given = kind.parameters(scene.server).flatMap((name) => query.get(name) ?? [])[0];
  if (given === undefined) return kind.notFound();
  const read = kind.reads(given, scene.server);
  if ("status" in read) return read;
  const isIn = sessionOf(scene) !== undefined;
  const { signedOut } = kind;
  if (!isIn && signedOut !== "in-the-form") return signedOut === "comes-back" ? signInPage(here(scene)) : signedOut;
  const account = lookFor(scene, read);
  if (!account) return kind.notFound();
  return kind.at ? moved(kind.at(uriOf(account), handleOf(account))) : form(scene, account, !isIn);
}

/** Which servers may be talked to is the same question here as anywhere; who is not known is fetched first. */
function lookFor({ world, server }: Scene, named: Named): Account | undefined {
  const account = "handle" in named ? accountOf(world, named.handle) : atAddress(world, named.address);
  const home = account?.server;
  if (!account || !home || account.fate || shutsOut(server, home)) return undefined;
  const refuses = (home.settings.secure || RULES[home.software].signedOnly) && shutsOut(home, server);
  return knows(world, server, account) || !(refuses || isDown(home.fault)) ? account : undefined;
}

const atAddress = ({ people }: WorldState, address: string): Account | undefined =>
  people.find((one) => uriOf(one) === address || pageOf(one) === address);

const handleOf = ({ user, server }: Account): string => `${user}@${server.host}`;
const here = ({ asked }: Scene): string => `${asked.path}?${asked.query}`;

/** On a page of its own, which the first one has led to. */
function button(scene: Scene): Reply {
  const { world, asked } = scene;
  if (!sessionOf(scene)) return signInPage(here(scene));
  const [, handle] = /^\/web\/@(.+)$/.exec(decodeURIComponent(asked.path)) ?? [];
  const address = asked.query.get("of") ?? asked.query.get("resource") ?? "";
  const account = handle ? accountOf(world, handle) : atAddress(world, address);
  return account ? form(scene, account, false) : page("Not found", "", 404);
}

/** `asksWho`: with fields for a name and a password. */
function form({ asked }: Scene, account: Account, asksWho: boolean): Reply {
  const back = ["on-success", "on-cancel"].map((name) => hidden(name, asked.query.get(name) ?? ""));
  const who = asksWho ? `<input name="user" aria-label="Name">` : "";
  return page(
    `Follow ${handleOf(account)}`,
    `<form method="post" action="/follow">${hidden("whom", handleOf(account))}${back.join("")}${who}<button name="decision" value="allow">Follow</button><button name="decision" value="deny">Cancel</button></form>`,
  );
}

const hidden = (name: string, value: string) => `<input type="hidden" name="${name}" value="${quoted(value)}">`;

function press(scene: Scene): Reply {
  const { world, server } = scene;
  const { whom = "", user, decision = "allow", ...back } = fieldsOf(scene);
  const who = sessionOf(scene) ?? (user ? local(server, user) : undefined);
  if (!who) return page("Wrong username or password", "", 403);
  if (decision !== "allow") return back["on-cancel"] ? moved(back["on-cancel"]) : page("Nothing was done", "");
  if (accountOf(world, whom) === world.target) followByHand(world, who);
  forgetLists(world);
  return back["on-success"] ? moved(back["on-success"]) : page(`You follow ${whom}`, "");
}
