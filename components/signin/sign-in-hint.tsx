import { useTranslations } from "next-intl";
import { Icon } from "#components/ui/icon.tsx";
import type { Hint } from "./hint.ts";

/** On the result, below what is known without it. */
export function SignInHint({ hint, checkPath }: { hint: Hint; checkPath: string }) {
  const t = useTranslations("signIn");
  if (!hint) return null;
  return (
    <aside className="section card stack-tight print:hidden">
      <p>{t(hint === "new" ? "linkText" : "linkTextOld")}</p>
      <p>
        <a className="btn btn--small" href={`${checkPath}/signin`}>
          <Icon name="you" />
          {t("link")}
        </a>
      </p>
    </aside>
  );
}
