import { createTranslator } from "next-intl";
import english from "#i18n/en.json" with { type: "json" };

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
};

const t = createTranslator({ locale: "en", messages: english });
const MINUTE_S = 60;

/** Made of nothing that can fail with the page it stands in for: no script, no database, no renderer. */
export function plainPage({ status, sent, retryAfter, reference, notice }: Plain): string {
  const { title, text } = wordsOf(status, retryAfter);
  const more = status >= 500 ? [t("error.reference", { digest: reference })] : [];
  const paragraphs = [...text, ...more, ...(sent ? [t("plain.back")] : [])].map((one) => `<p>${escaped(one)}</p>`);
  const again = sent ? "" : `<p><a href="">${escaped(t("plain.again"))}</a></p>`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>${escaped(title)} · ${escaped(t("site.name"))}</title>
<link rel="icon" href="/icon.svg">
<link rel="stylesheet" href="/share.css">
</head>
<body>${notice ? `\n<p class="notice" role="note">${escaped(notice)}</p>` : ""}
<main>
<h1>${escaped(title)}</h1>
${paragraphs.join("\n")}
${again}
<p><a href="/">${escaped(t("plain.start"))}</a></p>
</main>
</body>
</html>
`;
}

function wordsOf(status: number, retryAfter: number): { title: string; text: readonly string[] } {
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
