import type { Account } from "../../model.ts";
import { byId, local } from "../common/accounts.ts";
import { collection } from "../common/collection.ts";
import { activity, error, html, type Reply } from "../common/reply.ts";
import type { Answerer, Routes, Scene } from "../common/routes.ts";
import { documentOf, instanceActorOf } from "./document.ts";
import { keptDocument } from "./kept.ts";

const PAGE = 12;

type Answer = (scene: Scene, account: Account) => Reply;

/** Gone and unknown are said before a signature is asked for: they are readable to strangers everywhere. */
const shown =
  (answer: Answer, findAccount: (scene: Scene, name: string) => Account | undefined): Answerer =>
  (scene, name = "") => {
    const account = findAccount(scene, name);
    if (!account) return error(404, "Not Found");
    if (account.fate === "deleted") return error(410, "Gone");
    if (!wantsActivity(scene) || account.about?.unverifiable === "document") return html(account.user);
    return refusal(scene) ?? headed(scene, answer(scene, account));
  };

/** Secure mode and limited federation show documents to signatures they could check. */
function refusal({ server: { settings }, asked }: Scene): Reply | undefined {
  if (!settings.secure && !settings.limited) return undefined;
  const { status, reason } = asked.signer ?? { status: 401, reason: "Request not signed" };
  return status === 200 ? undefined : withHeaders(error(status, reason), FOR_SIGNERS);
}

const wantsActivity = ({ asked }: Scene) => /activity\+json|ld\+json/.test(String(asked.headers.accept ?? ""));

const byName = ({ server }: Scene, name: string) => local(server, name);
const byNumber = ({ world, server }: Scene, id: string) => {
  const account = byId(world, server, id);
  return account?.server === server ? account : undefined;
};

const FOR_ALL = { "cache-control": "max-age=180, public", vary: "Accept, Accept-Language, Cookie" };
const PAGE_FOR_ALL = { ...FOR_ALL, "cache-control": "max-age=0, public" };
const FOR_SIGNERS = { "cache-control": "private, no-store", vary: "Accept, Accept-Language, Cookie, Signature" };

const withHeaders = (reply: Reply, headers: Readonly<Record<string, string>>): Reply => ({
  ...reply,
  headers: { ...reply.headers, ...headers },
});
function headed({ server: { settings }, asked }: Scene, reply: Reply): Reply {
  if (settings.secure || settings.limited) return withHeaders(reply, FOR_SIGNERS);
  return withHeaders(reply, asked.query.has("page") ? PAGE_FOR_ALL : FOR_ALL);
}

const document: Answer = (scene, account) => activity(keptDocument(scene, account, documentOf));
const followers: Answer = (scene, account) =>
  account.fate === "suspended" ? error(403, "Forbidden") : collection(scene, account, PAGE);

export const activitypub: Routes = {
  "GET /actor": ({ server }) =>
    withHeaders(activity(instanceActorOf(server)), { "cache-control": "max-age=600, public", vary: "Accept" }),
  "GET /users/:user": shown(document, byName),
  "GET /@:user": shown(document, byName),
  "GET /ap/users/:id": shown(document, byNumber),
  "GET /users/:user/followers": shown(followers, byName),
  "GET /ap/users/:id/followers": shown(followers, byNumber),
};
