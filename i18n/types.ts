import type english from "./en.json";
import type { Locale } from "./locales.ts";

declare module "next-intl" {
  interface AppConfig {
    Messages: typeof english;
    Locale: Locale;
  }
}
