import { direction } from "#i18n/locales.ts";
import type { ServerWords } from "./page-words.ts";

/** What somebody reads who looks at an answer that is no page. */
export type Plain = {
  readonly status: number;
  /** A page may be loaded again; what was sent is better sent again from the page before. */
  readonly sent: boolean;
  readonly retryAfter: number;
  /** Finds the line in the operator's log. */
  readonly reference: string;
  /** The operator's line, which stands on every page. */
  readonly notice?: string | undefined;
  /** In the language of the browser. */
  readonly words: ServerWords;
};

const MINUTE_S = 60;

/** Made of nothing that can fail with the page it stands in for: no script, no database, no renderer. */
export function plainPage({ status, sent, retryAfter, reference, notice, words }: Plain): string {
  const { t, language } = words;
  const { title, text } = sayingOf(status, retryAfter, words);
  const paragraphs = [...text, ...(sent ? [t("plain.back")] : [])].map((one) => `<p>${escaped(one)}</p>`);
  const reload = sent ? "" : `<a class="btn btn--main" href="">${escaped(t("plain.again"))}</a>\n`;
  return `<!doctype html>
<html lang="${language}" dir="${direction(language)}" class="lite">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>${escaped(title)} · ${escaped(t("site.name"))}</title>
<link rel="icon" href="/icon.svg">
<link rel="stylesheet" href="/share.css">
</head>
<body>${notice ? `\n<p class="operator" role="note">${escaped(notice)}</p>` : ""}
<header class="topbar"><a class="brand" href="/">${LOGO}${escaped(t("site.name"))}</a></header>
<main class="page" id="main">
<div class="ending">
${HOUSE}
<h1>${escaped(title)}</h1>
<div class="quiet stack-tight">
${paragraphs.join("\n")}
</div>
<p class="btns">
${reload}<a class="btn" href="/">${escaped(t("plain.start"))}</a>
</p>
${status >= 500 ? `<p class="hint">${escaped(t("error.reference", { digest: reference }))}</p>` : ""}
</div>
</main>
</body>
</html>
`;
}

/** Drawn here a second time: no renderer stands behind this page. */
const LOGO =
  '<svg aria-hidden="true" viewBox="0 0 32 32"><path class="mark__wall" d="M14.6 3.6a2.2 2.2 0 0 1 2.8 0l10.8 9A2.2 2.2 0 0 1 29 14.3V26a3 3 0 0 1-3 3H6a3 3 0 0 1-3-3V14.3c0-.66.3-1.28.8-1.7z"/><path class="mark__light" d="M11 29V18.6a1.6 1.6 0 0 1 1.6-1.6h7.8a1.6 1.6 0 0 1 1.2.5L15.6 19a1.2 1.2 0 0 0-.9 1.2V29z"/></svg>';
const HOUSE =
  '<svg class="street" viewBox="340 44 150 112" aria-hidden="true"><path class="roof" d="M435 49h10v32h-10zM373 84l47-35 47 35z"/><path class="h2" d="M378 84h84v66h-84z"/><path class="dim" d="M389 94h13v14h-13zM413 94h14v14h-14zM438 94h13v14h-13zM413 126h12v24h-12z"/><path class="ground" d="M340 149h150v8H340z"/></svg>';

function sayingOf(status: number, retryAfter: number, { t }: ServerWords): { title: string; text: readonly string[] } {
  if (status === 503) return { title: t("plain.away.title"), text: [t("plain.away.text")] };
  if (status >= 500) return { title: t("error.title"), text: [t("error.what")] };
  if (status === 404 || status === 410)
    return { title: t("notFound.title"), text: [t("notFound.address"), t("notFound.check")] };
  if (status === 429) {
    const minutes = Math.max(1, Math.ceil(retryAfter / MINUTE_S));
    return { title: t("plain.busy.title"), text: [t("plain.busy.text", { minutes })] };
  }
  const kind = status === 413 ? "large" : "refused";
  return { title: t(`plain.${kind}.title`), text: [t(`plain.${kind}.text`)] };
}

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
