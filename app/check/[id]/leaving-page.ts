import { direction } from "#i18n/locales.ts";

/** `language`: the tag of the language that the words are in. */
type Words = { readonly language: string; readonly title: string; readonly text: string; readonly link: string };

/** Leads on by itself, and by a link where it does not. It runs no script. */
export function leavingPage(url: string, { language, title, text, link }: Words): string {
  const to = escaped(url);
  return `<!DOCTYPE html>
<html lang="${language}" dir="${direction(language)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark"><meta name="robots" content="noindex"><meta name="referrer" content="no-referrer">
<meta http-equiv="refresh" content="0; url=${to}"><title>${escaped(title)}</title><link rel="stylesheet" href="/share.css"></head>
<body><main class="page" id="main"><h1>${escaped(title)}</h1><p class="lead">${escaped(text)}</p>
<p class="btns section"><a class="btn btn--main btn--big" href="${to}" rel="noreferrer">${escaped(link)}</a></p></main></body></html>`;
}

const SIGNS: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => SIGNS[sign] ?? sign);
