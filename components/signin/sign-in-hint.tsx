import { useTranslations } from "next-intl";
import { Icon } from "#components/ui/icon.tsx";
import type { Hint } from "./hint.ts";

/** On the result, below what is known without it. */
export function SignInHint({ hint, checkPath }: { hint: Hint; checkPath: string }) {
  const t = useTranslations("signIn");
  const letIn = useTranslations("letIn");
  if (!hint) return null;
  const [text, link, page] =
    typeof hint === "object"
      ? [letIn("hint", { count: hint.waiting }), letIn("title"), "requests"]
      : [t(hint === "new" ? "linkText" : "linkTextOld"), t("link"), "signin"];
  if (hint !== "new")
    return (
      <aside className="section card stack-tight print:hidden">
        <p>{text}</p>
        <p>
          <a className="btn btn--small" href={`${checkPath}/${page}`}>
            <Icon name="you" />
            {link}
          </a>
        </p>
      </aside>
    );
  // On the result it is one line: the first answer needs no sign-in.
  return (
    <aside className="section print:hidden">
      <p className="hint">
        {text}{" "}
        <a className="inline-flex items-center gap-1 align-bottom" href={`${checkPath}/${page}`}>
          <Icon name="you" />
          {link}
        </a>
      </p>
    </aside>
  );
}
