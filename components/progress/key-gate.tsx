"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { handOverKey } from "./use-session.ts";

/** A link brings its key behind the #, which no server sees; it is handed over once and then kept in the cookie. */
export function KeyGate({ id }: { id: string }) {
  const t = useTranslations("check.gate");
  const [state, setState] = useState<"opening" | "noKey" | "wrong" | "failed">("opening");
  useEffect(() => {
    const key = new URLSearchParams(location.hash.slice(1)).get("key");
    if (!key) return setState("noKey");
    void handOverKey(id, key).then((opened) => {
      if (opened === "opened") location.replace(location.pathname + location.search);
      else setState(opened);
    });
  }, [id]);
  return (
    <>
      <p role="status">{t(state)}</p>
      {state === "failed" ? <Button onClick={() => location.reload()}>{t("again")}</Button> : null}
    </>
  );
}
