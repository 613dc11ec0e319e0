"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { handOverKey } from "./use-session.ts";

/** A link brings its key behind the #, which no server sees; it is handed over once and then kept in the cookie. */
export function KeyGate({ id }: { id: string }) {
  const t = useTranslations("check.gate");
  const [state, setState] = useState<"opening" | "noKey" | "wrong">("opening");
  useEffect(() => {
    const key = new URLSearchParams(location.hash.slice(1)).get("key");
    if (!key) return setState("noKey");
    void handOverKey(id, key).then((opened) => {
      if (opened) location.replace(location.pathname + location.search);
      else setState("wrong");
    });
  }, [id]);
  return (
    <p className="mt-4 text-lg" role="status">
      {t(state)}
    </p>
  );
}
