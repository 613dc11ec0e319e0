import type { PublicShare } from "#lib/contract/share.ts";
import { drawableName } from "#lib/domain/names/drawable-name.ts";
import { cardLine } from "./card-line.ts";
import { type PageWords, SITE_NAME } from "./words.ts";

type PageHeadProps = {
  readonly view: PublicShare;
  readonly token: string;
  readonly publicUrl: string;
  readonly words: PageWords;
};

/** What a server shows of the page where its link is posted: the news, the new address, and no number. */
export function PageHead({ view, token, publicUrl, words: { t, language } }: PageHeadProps) {
  const line = cardLine(drawableName(view.new.acct), t);
  const description = t("description", { address: `@${view.new.acct}` });
  const page = `${publicUrl}/r/${token}`;
  const properties = {
    "og:type": "website",
    "og:site_name": SITE_NAME,
    "og:title": line,
    "og:description": description,
    "og:url": page,
    "og:image": `${page}/card.png?lang=${language}`,
    "og:image:width": "1200",
    "og:image:height": "630",
    "og:image:alt": t("cardAlt", { words: line }),
  };
  return (
    <>
      <meta charSet="utf-8" />
      <meta content="width=device-width, initial-scale=1" name="viewport" />
      <meta content="light dark" name="color-scheme" />
      <meta content="noindex, nofollow, noarchive" name="robots" />
      <title>{line}</title>
      <meta content={description} name="description" />
      <meta content={`@${view.new.acct}`} name="fediverse:creator" />
      <meta content="summary_large_image" name="twitter:card" />
      {Object.entries(properties).map(([property, content]) => (
        <meta content={content} key={property} property={property} />
      ))}
      <link href="/icon.svg" rel="icon" type="image/svg+xml" />
      <LitePreloads />
      <link href="/share.css" rel="stylesheet" />
      <script defer src="/share.js" />
    </>
  );
}

const FACES = ["bricolage-700-latin", "commissioner-400-latin"] as const;

/** The two faces of the pages that load few bytes. */
export const LitePreloads = () =>
  FACES.map((face) => (
    <link as="font" crossOrigin="" href={`/fonts/${face}.woff2`} key={face} rel="preload" type="font/woff2" />
  ));
