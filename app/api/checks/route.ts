import type { Config } from "#lib/config.ts";
import { NewCheck } from "#lib/contract/check-input.ts";
import { type App, app } from "#lib/wire.ts";
import { json } from "../_http/answer.ts";
import { answering } from "../_http/answering.ts";
import { check, isForm, LARGE, readForm, readJson } from "../_http/body.ts";
import { keepKey, refuseForeign } from "../_http/key.ts";
import { BUSY, makeCheck, RETRY_SECONDS } from "../_http/make-check.ts";
import { problem } from "../_http/problem.ts";
import { formInput, formProblems } from "../_http/start-form.ts";
import { startPageAgain } from "../_http/start-page.ts";

export const POST = answering(async (request: Request): Promise<Response> => {
  const opened = await app();
  return isForm(request) ? fromForm(request, opened) : fromJson(request, opened);
});

async function fromJson(request: Request, opened: App): Promise<Response> {
  const input = await readJson(request, NewCheck, LARGE);
  if (!input.ok) return input.response;
  const made = await makeCheck(request, opened, () => opened.checks.create(input.value));
  if (made === "busy") return problem(429, { detail: BUSY, retryAfter: RETRY_SECONDS });
  return made.ok ? json(made.created, 201) : problem(422, { fields: made.fields });
}

/** Without JavaScript: a person's own browser, so the key goes into a cookie and the answer is the check's page. */
async function fromForm(request: Request, opened: App): Promise<Response> {
  const { config } = opened;
  const foreign = refuseForeign(request, config.publicUrl);
  if (foreign) return foreign;
  const form = await readForm(request, LARGE);
  if (!form.ok) return form.response;
  const input = check(NewCheck, formInput(form.value));
  if (!input.ok) return startPageAgain(opened, form.value, formProblems(input.fields));
  const made = await makeCheck(request, opened, () => opened.checks.create(input.value));
  if (made === "busy") return busyPage(opened, form.value);
  if (!made.ok) return startPageAgain(opened, form.value, formProblems(made.fields));
  return seeOther(request, config, made.created);
}

async function busyPage(opened: App, typed: Readonly<Record<string, string>>): Promise<Response> {
  const page = await startPageAgain(opened, typed, { old: "busy" }, 429);
  page.headers.set("retry-after", String(RETRY_SECONDS));
  return page;
}

function seeOther(request: Request, config: Config, { id, key }: { id: string; key: string }): Response {
  const headers = new Headers({ location: `/check/${id}`, "cache-control": "no-store" });
  keepKey(headers, request, id, key, config);
  return new Response(null, { status: 303, headers });
}
