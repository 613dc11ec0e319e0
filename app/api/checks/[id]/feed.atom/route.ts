import { createTranslator } from "next-intl";
import english from "#i18n/en.json";
import { app } from "#lib/wire.ts";
import { answering } from "../../../_http/answering.ts";
import { asAtom } from "../../../_http/atom.ts";
import { notFound } from "../../../_http/problem.ts";

const MOST = 20;
/** Readers of feeds come by every hour or so. */
const CACHE = "private, max-age=1800";

type Route = { readonly params: Promise<{ readonly id: string }> };

/** A reader of feeds brings no cookie and no key: the token in its address opens this and nothing else. */
export const GET = answering(async (request: Request, { params }: Route) => {
  const { id } = await params;
  const { checks, config } = await app();
  const token = new URL(request.url).searchParams.get("token") ?? "";
  const feed = await checks.feed(id, token);
  if (!feed) return notFound();
  const t = createTranslator({ locale: "en", messages: english, namespace: "feed", timeZone: "UTC" });
  const page = `${config.publicUrl}/check/${id}`;
  const body = asAtom({
    ...{ id: page, page, self: `${config.publicUrl}/api/checks/${id}/feed.atom?token=${token}` },
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
