import { useTranslations } from "next-intl";
import { Fold } from "#components/ui/fold.tsx";
import { Icon } from "#components/ui/icon.tsx";
import type { Hint } from "./hint.ts";

type SignInHintProps = {
  hint: Hint;
  /** No path to sign in where the operator turned that off. */
  open: { readonly path: string; readonly signInPath: string | null };
};

/** On the result, below what is known without it. */
export function SignInHint({ hint, open: { path, signInPath } }: SignInHintProps) {
  const t = useTranslations("signIn");
  const letIn = useTranslations("letIn");
  if (!hint || signInPath === null) return null;
  const [text, link, href] =
    typeof hint === "object"
      ? [letIn("hint", { count: hint.waiting }), letIn("title"), `${path}/requests`]
      : [t(hint === "new" ? "linkText" : "linkTextOld"), t("link"), signInPath];
  if (hint !== "new")
    return (
      <aside className="section card stack-tight print:hidden">
        <p>{text}</p>
        <p>
          <a className="btn btn--small" href={href}>
            <Icon name="you" />
            {link}
          </a>
        </p>
      </aside>
    );
  // On the result it is one row: the first answer needs no sign-in.
  return (
    <Fold className="section print:hidden" summary={t("linkTitle")}>
      <p>{text}</p>
      <p className="btns">
        <a className="btn btn--small" href={href}>
          <Icon name="you" />
          {link}
        </a>
      </p>
    </Fold>
  );
}
