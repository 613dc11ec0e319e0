import { planIn } from "#components/messages/names/mention-scene.ts";
import type { Writer } from "#i18n/say.ts";
import type { Plan } from "#lib/messages/plan.ts";
import { readForm } from "../../../api/_http/body.ts";
import { fileAnswer } from "../../../api/_http/file.ts";
import { notFound } from "../../../api/_http/problem.ts";
import { openCheck, readReport, readState } from "../open-check.ts";
import { seeOther } from "../see-other.ts";
import { gatherNames } from "./gather.ts";
import { readWriters } from "./writers.ts";

type Call = { readonly request: Request; readonly id: string };
type File = {
  readonly type: string;
  readonly name: string;
  readonly write: (plan: Plan, now: string, writer: Writer) => string;
};

const TICK = "tick ";

/** The plan for the people ticked in the form. Their names come in the body, never in an address. */
export async function planFile({ request, id }: Call, file: File): Promise<Response> {
  const fields = await readForm(request);
  if (!fields.ok) return fields.response;
  const plan = await planFor(id, ticksIn(fields.value));
  if (!plan) return notFound();
  // A calendar needs a day, and an empty text helps nobody: the page has the people to tick.
  if (plan.posts.length === 0) return seeOther(`/check/${id}/messages#names`);
  return fileAnswer(file.write(plan, new Date().toISOString(), (await readWriters()).names), file);
}

const ticksIn = (fields: Readonly<Record<string, string>>): ReadonlySet<string> =>
  new Set(Object.keys(fields).flatMap((name) => (name.startsWith(TICK) ? [name.slice(TICK.length)] : [])));

async function planFor(id: string, ticked: ReadonlySet<string>): Promise<Plan | null> {
  const open = await openCheck(id);
  if (!open) return null;
  const [state, report] = await Promise.all([readState(open), readReport(open)]);
  const names = await gatherNames(open, { state, report, now: new Date().toISOString() });
  return names && planIn(names.scene, ticked);
}
