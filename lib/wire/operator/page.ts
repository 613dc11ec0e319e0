import { createHash } from "node:crypto";
import type { Figures } from "#lib/store/check/figures.ts";
import type { NotedRefusal } from "./refusals.ts";
import { meaningOf } from "./sentences.ts";

/** All that the operator's page says. */
export type Operating = {
  readonly version: string;
  readonly at: string;
  readonly publicUrl: string;
  readonly problems: readonly string[];
  /** Null where nothing is signed. `since`: since when requests are signed with it. */
  readonly key: { readonly id: string; readonly since: string } | null;
  readonly refusals: readonly NotedRefusal[];
  readonly figures: Pick<Figures, "checks" | "oldestQueuedAt" | "waits" | "hostsPaused">;
};
export type OperatorPage = { readonly html: string; readonly policy: string };

const STYLE = `
:root{color-scheme:light dark;--line:light-dark(#d9d4cf,#3a4150);--quiet:light-dark(#5d5650,#a9b2c3);--warn:light-dark(#8a3b00,#ffb27a)}
body{font:1rem/1.5 system-ui,sans-serif;max-width:64rem;margin:0 auto;padding:1.5rem;color:light-dark(#1d1a18,#e8ebf1);background:light-dark(#fffdfa,#151922)}
h1{font-size:1.5rem;margin:0}h2{font-size:1.1rem;margin:2rem 0 .5rem}p{margin:.25rem 0;max-width:44rem}
.quiet{color:var(--quiet)}.warn{color:var(--warn)}code{overflow-wrap:anywhere}
.wide{overflow-x:auto}table{border-collapse:collapse;min-width:100%}
th,td{text-align:start;vertical-align:top;padding:.4rem .75rem .4rem 0;border-bottom:1px solid var(--line)}
`;
/** No script, no picture, nothing from elsewhere, and no style but its own. */
const POLICY = `default-src 'none'; style-src 'sha256-${createHash("sha256").update(STYLE).digest("base64")}'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'`;

/** Plain HTML for whoever runs this copy. It names servers that refused us, and nobody's account and no check. */
export const operatorPage = (now: Operating): OperatorPage => ({
  policy: POLICY,
  html: `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>Housewarming: this copy</title>
<style>${STYLE}</style>
</head>
<body>
<h1>This copy of Housewarming</h1>
<p class="quiet">Version ${escaped(now.version)}, ${escaped(now.publicUrl)}, at ${escaped(now.at)}. For the operator: it names servers, and nobody’s account.</p>
${[addressPart(now), keyPart(now), refusalsPart(now), checksPart(now)].join("\n")}
</body>
</html>
`,
});

const part = (title: string, body: string): string => `<h2>${title}</h2>\n${body}`;
const paragraph = (text: string, look = ""): string =>
  `<p${look === "" ? "" : ` class="${look}"`}>${escaped(text)}</p>`;

function addressPart({ problems }: Operating): string {
  const fine = [paragraph("Other servers can fetch our key from PUBLIC_URL, as far as its form tells.")];
  const body = problems.length === 0 ? fine : problems.map((one) => paragraph(one, "warn"));
  return part("Address", body.join("\n"));
}

function keyPart({ key }: Operating): string {
  if (!key) return part("Key", paragraph("Nothing is signed."));
  return part(
    "Key",
    `<p><code>${escaped(key.id)}</code></p>
${paragraph(`Requests are signed with it since ${key.since}. A new database under the same address has a new key.`, "quiet")}`,
  );
}

function refusalsPart({ refusals }: Operating): string {
  const title = "Who refused what we signed";
  if (refusals.length === 0) return part(title, paragraph("Nobody, since this process began."));
  const rows = refusals.map(({ host, status, reason, at }) => [
    at,
    host,
    `${status}`,
    meaningOf(status),
    reason === "" ? "no words" : reason,
  ]);
  return part(
    title,
    `${table(["when", "host", "status", "means", "its own words"], rows)}
${paragraph("The last of each host since this process began, at most fifty.", "quiet")}`,
  );
}

function checksPart({ figures: { checks, oldestQueuedAt, waits, hostsPaused } }: Operating): string {
  const states = table(
    ["state", "checks"],
    checks.map(({ state, count }) => [state, `${count}`]),
  );
  const waiting = waits.map(({ why, count }) => [WHY[why] ?? why, `${count}`]);
  return part(
    "Checks",
    [
      checks.length > 0 ? states : paragraph("None is kept."),
      ...(oldestQueuedAt
        ? [paragraph(`The check at the head of the queue waits since ${oldestQueuedAt.toISOString()}.`)]
        : []),
      ...(waiting.length > 0 ? [table(["paused checks wait for", "hosts"], waiting)] : []),
      paragraph(`Hosts that are not asked for a while: ${hostsPaused}.`),
    ].join("\n"),
  );
}

/** Why a check rests, as its own page has it. */
const WHY: Readonly<Record<string, string>> = {
  window: "the end of a server’s rate window",
  paused: "a server that asked for a pause, or does not answer",
  slow: "a slow server",
  ours: "a server that could not reach us",
};

const table = (heads: readonly string[], rows: readonly (readonly string[])[]): string =>
  `<div class="wide"><table>
<thead><tr>${heads.map((head) => `<th scope="col">${head}</th>`).join("")}</tr></thead>
<tbody>
${rows.map((cells) => `<tr>${cells.map((cell) => `<td>${escaped(cell)}</td>`).join("")}</tr>`).join("\n")}
</tbody></table></div>`;

/** Hosts and sentences are strangers' texts. */
const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
