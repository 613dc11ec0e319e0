import { dropKeys } from "./key.ts";
import { dropBinders } from "./sign-in.ts";

/** Everything that a browser was given to keep: keys, languages, and ways back from a sign-in that is under way. */
export function forgetCookies(headers: Headers, request: Request, config: Parameters<typeof dropKeys>[2]): void {
  dropKeys(headers, request, config);
  dropBinders(headers, request, config);
}
