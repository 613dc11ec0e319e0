import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { RemovalSteps, type RemovalView } from "#components/remove/removal-steps.tsx";
import { TAGS } from "#components/ui/prose.tsx";
import { app } from "#lib/wire.ts";

type Props = { searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>> };

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await getTranslations("remove"))("title") });

export default async function Remove({ searchParams }: Props) {
  const [query, t] = await Promise.all([searchParams, getTranslations("remove")]);
  const one = (name: string) => [query[name]].flat()[0]?.slice(0, 500);
  return (
    <article className="mx-auto max-w-[46rem]">
      <h1>{t("title")}</h1>
      <div className="mt-3">{t.rich("lead", TAGS)}</div>
      <RemovalSteps {...(await viewOf(one("address"), one("result")))} />
    </article>
  );
}

async function viewOf(address: string | undefined, result: string | undefined): Promise<RemovalView> {
  if (!address) return {};
  const wanted = (await app()).removals.word(address);
  return { address, ...(wanted.ok ? { word: wanted.word } : {}), ...resultOf(result) };
}

function resultOf(text: string | undefined): Pick<RemovalView, "result"> {
  if (text === "missing" || text === "unread" || text === "address") return { result: text };
  return text && /^\d{1,6}$/.test(text) ? { result: { removed: Number(text) } } : {};
}
