export type FollowerQuery = Readonly<Record<string, string | string[] | undefined>>;
export type Flat = Readonly<Record<string, string>>;

const NAMES = ["group", "cause", "server", "reach", "youFollow", "q", "sort", "cursor", "limit"] as const;
const NARROWING = ["group", "cause", "server", "reach", "youFollow", "q"] as const;

/** One value each of what can be asked for; an empty field of a form is one that was not filled in. */
export const flatten = (asked: FollowerQuery): Flat =>
  Object.fromEntries(
    NAMES.flatMap((name) => {
      const one: unknown = [asked[name]].flat()[0];
      return typeof one === "string" && one !== "" ? [[name, one]] : [];
    }),
  );

/** Whether anything but order and page was asked for. */
export const isNarrowed = (asked: Flat): boolean => NARROWING.some((name) => asked[name]);

/** Leftover entries have no rows, so their number is said where it would be missed: with everybody, and with their group. */
export const countsLeftovers = ({ group = "nobody", ...rest }: Flat): boolean =>
  group === "nobody" && !isNarrowed(rest);

export function pathWith(path: string, asked: Flat, cursor: string | null): string {
  const query = new URLSearchParams(asked);
  query.delete("cursor");
  if (cursor) query.set("cursor", cursor);
  const text = query.toString();
  return text ? `${path}?${text}` : path;
}
