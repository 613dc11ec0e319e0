import type { Config } from "#lib/config.ts";
import { NewCheck } from "#lib/contract/check-input.ts";
import { type App, app } from "#lib/wire.ts";
import { json } from "../_http/answer.ts";
import { check, isForm, LARGE, readForm, readJson } from "../_http/body.ts";
import { keepKey, refuseForeign } from "../_http/key.ts";
import { problem } from "../_http/problem.ts";
import { formInput, formProblems } from "../_http/start-form.ts";
import { startPageAgain } from "../_http/start-page.ts";

export async function POST(request: Request): Promise<Response> {
  const opened = await app();
  return isForm(request) ? fromForm(request, opened) : fromJson(request, opened);
}

async function fromJson(request: Request, { checks }: App): Promise<Response> {
  const input = await readJson(request, NewCheck, LARGE);
  if (!input.ok) return input.response;
  const made = await checks.create(input.value);
  return made.ok ? json(made.created, 201) : problem(422, { fields: made.fields });
}

/** Without JavaScript: a person's own browser, so the key goes into a cookie and the answer is the check's page. */
async function fromForm(request: Request, { checks, config }: App): Promise<Response> {
  const foreign = refuseForeign(request, config.publicUrl);
  if (foreign) return foreign;
  const form = await readForm(request, LARGE);
  if (!form.ok) return form.response;
  const input = check(NewCheck, formInput(form.value));
  if (!input.ok) return startPageAgain(config, form.value, formProblems(input.fields));
  const made = await checks.create(input.value);
  if (!made.ok) return startPageAgain(config, form.value, made.fields);
  return seeOther(request, config, made.created);
}

function seeOther(request: Request, config: Config, { id, key }: { id: string; key: string }): Response {
  const headers = new Headers({ location: `/check/${id}`, "cache-control": "no-store" });
  keepKey(headers, request, id, key, config.publicUrl.startsWith("https:"));
  return new Response(null, { status: 303, headers });
}
