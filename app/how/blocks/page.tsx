import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { HowBlocks } from "#components/how-blocks/how-blocks.tsx";

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations("howBlocks"))("title"),
});

export default function Page() {
  return <HowBlocks />;
}
