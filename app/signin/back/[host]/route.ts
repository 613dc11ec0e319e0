import { app } from "#lib/wire.ts";
import { answering } from "../../../api/_http/answering.ts";
import { cookies } from "../../../api/_http/key.ts";
import { dropBinders, keepLook } from "../../../api/_http/sign-in.ts";

type Route = { readonly params: Promise<{ readonly host: string }> };

const pageOf = (use: string): string => (use === "let-in" ? "requests" : "signin");

/** Somebody comes back from the own server. What stands in this address is used once, and led away from at once. */
export const GET = answering(async (request: Request, { params }: Route): Promise<Response> => {
  const [{ host }, opened] = await Promise.all([params, app()]);
  const held = cookies(request);
  const query = new URL(request.url).searchParams;
  const came = await opened.signIns.receive({ host, query, cookie: (name) => held.get(name) });
  const headers = new Headers({ "cache-control": "no-store", "referrer-policy": "no-referrer" });
  dropBinders(headers, request, opened.config);
  if (came.end === "follower") {
    const { token, language, sealed } = await opened.looks.receive(came);
    keepLook(headers, token, sealed, opened.config);
    headers.set("location", `/r/${token}/looked${language ? `?lang=${language}` : ""}`);
  } else if (came.end === "unknown") headers.set("location", "/signin/lost");
  else headers.set("location", `/check/${came.checkId}/${pageOf(came.use)}?end=${came.end}`);
  return new Response(null, { status: 303, headers });
});
