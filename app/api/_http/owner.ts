import { type App, app } from "#lib/wire.ts";
import { answering } from "./answering.ts";
import { keyOf, refuseForeign } from "./key.ts";

/** A call about one check, with its key. The service answers null where id or key do not fit. */
export type Call<Name extends string> = {
  readonly request: Request;
  readonly at: Readonly<Record<Name | "id", string>>;
  readonly id: string;
  readonly key: string | null;
  readonly opened: App;
};
type Handler = <Name extends string = "id">(
  answer: (call: Call<Name>) => Promise<Response>,
) => (
  request: Request,
  route: { readonly params: Promise<Readonly<Record<Name | "id", string>>> },
) => Promise<Response>;

export const ownerReads: Handler = (answer) =>
  answering(async (request, route) => {
    const at = await route.params;
    return answer({ request, at, id: at.id, key: keyOf(request, at.id), opened: await app() });
  });

/** Changes something: a cookie alone is not enough, the call has to come from our own pages. */
export const ownerWrites: Handler = (answer) =>
  answering(async (request, route) => {
    const opened = await app();
    const foreign = refuseForeign(request, opened.config.publicUrl);
    return foreign ?? ownerReads(answer)(request, route);
  });
