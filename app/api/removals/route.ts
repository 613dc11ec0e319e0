import { RemovalAnswer, RemovalInput } from "#lib/contract/removal.ts";
import { type App, app } from "#lib/wire.ts";
import { json } from "../_http/answer.ts";
import { answering } from "../_http/answering.ts";
import { isForm, readForm, readJson } from "../_http/body.ts";
import { problem } from "../_http/problem.ts";

/** Needs no key: a person who can write into the profile is the account's owner. */
export const POST = answering(async (request: Request): Promise<Response> => {
  const opened = await app();
  return isForm(request) ? fromForm(request, opened) : fromJson(request, opened);
});

async function fromJson(request: Request, { removals }: App): Promise<Response> {
  const input = await readJson(request, RemovalInput);
  if (!input.ok) return input.response;
  const done = await removals.remove(input.value.address);
  if (done.ok) return json(RemovalAnswer.parse({ removed: done.removed }));
  if ("fields" in done) return problem(422, { fields: done.fields });
  if (done.missing === "profile") return problem(503, { detail: "The profile could not be read. Try again later." });
  return problem(403, { detail: "The code is not in the profile." });
}

async function fromForm(request: Request, { removals }: App): Promise<Response> {
  const form = await readForm(request);
  if (!form.ok) return form.response;
  const { address = "" } = form.value;
  const done = await removals.remove(address);
  const query = new URLSearchParams({ address });
  query.set("result", resultOf(done));
  return new Response(null, { status: 303, headers: { location: `/remove?${query}`, "cache-control": "no-store" } });
}

function resultOf(done: Awaited<ReturnType<App["removals"]["remove"]>>): string {
  if (done.ok) return String(done.removed);
  if ("fields" in done) return "address";
  return done.missing === "word" ? "missing" : "unread";
}
