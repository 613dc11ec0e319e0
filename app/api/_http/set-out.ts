import type { App } from "#lib/wire.ts";
import { json } from "./answer.ts";
import { notFound, problem } from "./problem.ts";
import { keepBinder } from "./sign-in.ts";

type Begun = Awaited<ReturnType<App["signIns"]["beginLetIn"]>>;

/** Where the browser goes to sign in, or why it does not. */
export function setOut(begun: Begun, config: App["config"]): Response {
  if (begun === null) return notFound();
  if (begun === "off") return problem(403, { detail: "The operator of this server has turned signing in off." });
  if (begun === "nobody") return problem(409, { fields: { account: "nobody" } });
  if (!begun.ok) return problem(409, { fields: { account: begun.why } });
  const answer = json({ url: begun.url }, 201);
  keepBinder(answer.headers, begun.cookie, config);
  return answer;
}
