/** What a file says that is written in pieces. Whoever may not have it gets none. */
export async function wholeFile(parts: AsyncIterable<string> | "needs-proof" | null): Promise<string> {
  if (parts === null || parts === "needs-proof") throw new Error(`There is no file: ${parts}`);
  let text = "";
  for await (const part of parts) text += part;
  return text;
}
