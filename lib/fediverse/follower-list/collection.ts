import { z } from "zod";
import { ACTIVITY_JSON } from "../find/actor.ts";
import type { Meant, Next, PageAnswer, PagedQuestion, Question, Row, RowPage, Server } from "../question/adapter.ts";
import { LONGEST_ADDRESS, lenient, lenientCount, rowsOf, says, silent } from "../question/lenient-fields.ts";

/** Of whom the address is longer than any, nothing can be asked or kept. */
const address = z.string().max(LONGEST_ADDRESS);
const Item = z.union([address, z.object({ id: address }).transform(({ id }) => id)]).transform((uri): Row => ({ uri }));
const Items = rowsOf(Item);
const where = z.union([z.string(), z.object({ id: z.string() }).transform(({ id }) => id)]);

const PageDocument = z.object({
  orderedItems: lenient(Items),
  items: lenient(Items),
  next: lenient(where),
  totalItems: lenient(lenientCount),
});
const Root = PageDocument.extend({
  type: z.string(),
  /** An address, or the first page itself. */
  first: lenient(z.union([z.string(), PageDocument.extend({ id: lenient(z.string()) })])),
});
type PageDocument = z.infer<typeof PageDocument>;

/** A collection as its own address answers: with people in it, or with the way to them. */
export type RootRead = {
  readonly page?: RowPage;
  readonly next: string | null;
  /** How many there are, by the collection's own count. */
  readonly count: number;
};
type At = Server & { readonly uri: string };

export const collectionRoot: Question<At, RootRead> = {
  path: ({ uri }) => uri,
  accept: ACTIVITY_JSON,
  size: "list",
  sign: true,
  // The place of a page is kept; one that is no address is no end of the list either.
  reads: () =>
    Root.transform((root) => {
      const read = readRoot(root);
      return "value" in read && isTooLong(read.value.next) ? silent("bad-answer") : read;
    }),
};

const isTooLong = (address: string | null): boolean => (address?.length ?? 0) > LONGEST_ADDRESS;

function readRoot(root: z.infer<typeof Root>): Meant<RootRead> {
  const { first, totalItems: count = 0 } = root;
  if (typeof first === "string") return says({ next: first, count });
  const page = pageIn(first) ?? pageIn(root);
  if (page) return says({ page, next: (first ?? root).next ?? null, count: Math.max(count, first?.totalItems ?? 0) });
  if (first?.id) return says({ next: first.id, count });
  // Neither people nor a way to them: hidden, even where it says that there are none.
  return silent("hidden-by-server");
}

function pageIn(document: PageDocument | undefined): RowPage | undefined {
  return document?.orderedItems ?? document?.items;
}

const Counted = z.object({ totalItems: lenient(lenientCount) });
/** Pages carry the count too, some of them alone. */
export const countIn = (page: unknown): number => Counted.safeParse(page).data?.totalItems ?? 0;

/** `at` is a page's whole address. A page without items is an empty one: some softwares leave the field out. */
export const collectionPage: PagedQuestion<At> = {
  path: ({ at, uri }) => at ?? uri,
  accept: ACTIVITY_JSON,
  size: "list",
  sign: true,
  reads: () =>
    PageDocument.extend({ type: z.string() }).transform((page) => says(pageIn(page) ?? { raw: 0, rows: [] })),
  next: ({ body }: PageAnswer): Next => {
    const read = PageDocument.safeParse(body);
    if (!read.success || !read.data.next) return "end";
    return isTooLong(read.data.next) ? "broken" : { at: read.data.next };
  },
};
