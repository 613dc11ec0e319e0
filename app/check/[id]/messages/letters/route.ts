import type { Report } from "#lib/contract/report.ts";
import { serverOf } from "#lib/domain/names/acct.ts";
import { readForm } from "../../../../api/_http/body.ts";
import { ownerWrites } from "../../../../api/_http/owner.ts";
import { notFound } from "../../../../api/_http/problem.ts";
import { seeOther } from "../../see-other.ts";

/** A letter was sent, says the button: `own` or `old` by its admin, and the server that it is about. */
export const POST = ownerWrites(async ({ request, id, key, opened }) => {
  const fields = await readForm(request);
  if (!fields.ok) return fields.response;
  const [state, report] = await Promise.all([
    opened.checks.state(id, key),
    opened.checks.report(id, key, { followers: "none" }),
  ]);
  if (!state || !report?.new || state.proof.state === "missing") return notFound();
  const letter = letterIn(fields.value, report);
  if (letter) await opened.letters.wrote({ by: report.new.acct, to: letter.to }, letter.about);
  return seeOther(`/check/${id}/messages#admins`);
});

/** Only what this check has a letter for: nobody can use up the letters of others. */
function letterIn({ own, old }: Readonly<Record<string, string>>, report: Report) {
  const oldHost = serverOf(report.old.acct);
  if (old === oldHost) return { to: oldHost, about: oldHost };
  const known = report.servers.find(({ host, missing }) => host === own && missing > 0);
  return known && report.new ? { to: serverOf(report.new.acct), about: known.host } : null;
}
