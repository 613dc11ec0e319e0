import { createTranslator } from "next-intl";
import { INTERFACE_LOCALES, intlLocale } from "#i18n/locales.ts";
import { messagesOf } from "#i18n/messages.ts";
import { chooseLocale } from "#i18n/negotiate.ts";
import { app } from "#lib/wire.ts";
import { answering } from "../../../_http/answering.ts";
import { asAtom } from "../../../_http/atom.ts";
import { notFound } from "../../../_http/problem.ts";

const MOST = 20;
/** Readers of feeds come by every hour or so. */
const CACHE = "private, max-age=1800";

type Route = { readonly params: Promise<{ readonly id: string }> };

/**
 * A reader of feeds brings no cookie, no key and no language: the token in its address opens this and nothing else, and
 * the language stands beside it.
 */
export const GET = answering(async (request: Request, { params }: Route) => {
  const { id } = await params;
  const { checks, config } = await app();
  const query = new URL(request.url).searchParams;
  const token = query.get("token") ?? "";
  const feed = await checks.feed(id, token);
  if (!feed) return notFound();
  const locale = chooseLocale({ asked: query.get("lang") }, INTERFACE_LOCALES);
  const { feed: words } = await messagesOf(locale);
  const t = createTranslator({
    ...{ locale: intlLocale(locale), messages: { feed: words }, timeZone: "UTC" },
    namespace: "feed",
  });
  const page = `${config.publicUrl}/check/${id}`;
  const body = asAtom({
    ...{ id: page, page, self: `${config.publicUrl}/api/checks/${id}/feed.atom?token=${token}&lang=${locale}` },
    title: t("title", { account: `@${feed.account}` }),
    updated: feed.points.at(-1)?.at ?? feed.begun,
    entries: feed.points
      .slice(-MOST)
      .reverse()
      .map(({ at, arrived, missing }) => {
        const title = arrived === undefined ? t("first", { missing }) : t("later", { arrived, missing });
        return { id: `${page}#${at}`, at, title };
      }),
  });
  return new Response(body, {
    headers: {
      "content-type": "application/atom+xml; charset=utf-8",
      "cache-control": CACHE,
      "x-robots-tag": "noindex",
    },
  });
});
