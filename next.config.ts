import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

/** On every answer, whatever made it. The content policy needs a nonce and is set in proxy.ts. */
const HEADERS = [
  { key: "Referrer-Policy", value: "no-referrer" },
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "X-Frame-Options", value: "DENY" },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
  { key: "Permissions-Policy", value: "camera=(), geolocation=(), microphone=(), browsing-topics=()" },
];

const config: NextConfig = {
  poweredByHeader: false,
  // Nothing of ours needs the optimizer, and strangers could have it work; the door refuses its address too.
  images: { unoptimized: true },
  // `npm run verify` checks the types of everything, tests included; a start should not wait for it a second time.
  typescript: { ignoreBuildErrors: true },
  // These bring WebAssembly, sockets or worker files of their own and must not be bundled.
  serverExternalPackages: ["@electric-sql/pglite", "pg", "pg-boss", "undici", "pino"],
  // A page is loaded when somebody asks for it first: all of them at the start would take a hundred megabytes.
  experimental: { preloadEntriesOnStart: false },
  headers: async () => [
    { source: "/:path*", headers: HEADERS },
    { source: "/fonts/:file*", headers: [{ key: "Cache-Control", value: "public, max-age=2592000" }] },
  ],
};

/** Texts are compiled in the build: the browser then needs no parser for them. */
const withWords = createNextIntlPlugin({
  requestConfig: "./app/words.ts",
  experimental: {
    messages: { path: "./i18n", format: "json", locales: ["en"], sourceLocale: "en", precompile: true },
  },
});

export default withWords(config);
