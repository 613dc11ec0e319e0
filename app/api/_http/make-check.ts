import type { App } from "#lib/wire.ts";

export const BUSY = "Three checks from your address are at work. Start this one when one of them has ended.";
export const RETRY_SECONDS = 30;

/** What making a check may come to, beside the check itself. */
type Made = { readonly ok: true; readonly created: { readonly id: string } } | object | string | null;

/** No visitor has many checks at work. The server in front of us has written the visitor's address into the request. */
export async function makeCheck<M extends Made>(
  request: Request,
  { config, running }: Pick<App, "config" | "running">,
  make: () => Promise<M>,
): Promise<M | "busy"> {
  if (!config.limits) return make();
  const address = request.headers.get("x-forwarded-for") ?? "";
  if (!(await running.enter(address))) return "busy";
  let id: string | undefined;
  try {
    const made = await make();
    id = idOf(made);
    return made;
  } finally {
    running.leave(address, id);
  }
}

const idOf = (made: Made): string | undefined =>
  typeof made === "object" && made !== null && "created" in made ? made.created.id : undefined;
