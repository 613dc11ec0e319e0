"use client";

import ErrorPage from "../error.tsx";

export default function CheckError({ error }: { error: unknown }) {
  return (
    <main className="page" id="main">
      <ErrorPage error={error} />
    </main>
  );
}
