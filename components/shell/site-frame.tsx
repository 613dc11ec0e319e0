import type { ReactNode } from "react";
import { SiteHeader } from "./site-header.tsx";

/** The site's header and the main part, for pages below a check that show nothing of it. */
export function SiteFrame({ children }: { children: ReactNode }) {
  return (
    <>
      <SiteHeader />
      <main className="page" id="main">
        {children}
      </main>
    </>
  );
}
