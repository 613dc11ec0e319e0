/** A list as JSON, written a page at a time. Of what is left out nothing is written. */
export async function* listOf<T>(
  pages: AsyncIterable<readonly T[]>,
  written: (one: T) => object | undefined,
): AsyncGenerator<string> {
  let before = "[";
  for await (const page of pages) {
    const items = page.flatMap((one) => written(one) ?? []).map((one) => JSON.stringify(one));
    if (items.length === 0) continue;
    yield `${before}${items.join(",")}`;
    before = ",";
  }
  yield before === "[" ? "[]" : "]";
}
