import type { Account } from "../../model.ts";
import { byId, local } from "../common/accounts.ts";
import { actor } from "../common/actor.ts";
import { collection } from "../common/collection.ts";
import { activity, error, html, type Reply } from "../common/reply.ts";
import type { Answerer, Routes, Scene } from "../common/routes.ts";

const PAGE = 12;

type Answer = (scene: Scene, account: Account) => Reply;

/** Gone and unknown are said before a signature is asked for: they are readable to strangers everywhere. */
const shown =
  (answer: Answer, findAccount: (scene: Scene, name: string) => Account | undefined): Answerer =>
  (scene, name = "") => {
    const { settings } = scene.server;
    const account = findAccount(scene, name);
    if (!account) return error(404, "Not Found");
    if (account.fate === "deleted" || account.fate === "suspended") return error(410, "Gone");
    if (!wantsActivity(scene) || account.about?.unverifiable === "document") return html(account.user);
    if ((settings.secure || settings.limited) && !scene.asked.signed) return error(401, "Request not signed");
    return answer(scene, account);
  };

const wantsActivity = ({ asked }: Scene) => /activity\+json|ld\+json/.test(String(asked.headers.accept ?? ""));

const byName = ({ server }: Scene, name: string) => local(server, name);
const byNumber = ({ world, server }: Scene, id: string) => {
  const account = byId(world, server, id);
  return account?.server === server ? account : undefined;
};

const CACHED = { "cache-control": "max-age=180, public", vary: "Accept, Origin" };
const document: Answer = ({ world }, account) => activity(actor(world, account), CACHED);
const followers: Answer = (scene, account) => collection(scene, account, PAGE);

export const activitypub: Routes = {
  "GET /users/:user": shown(document, byName),
  "GET /@:user": shown(document, byName),
  "GET /ap/users/:id": shown(document, byNumber),
  "GET /users/:user/followers": shown(followers, byName),
  "GET /ap/users/:id/followers": shown(followers, byNumber),
};
