export type Asked = Readonly<Record<string, string | string[] | undefined>>;
export type Flat = Readonly<Record<string, string>>;

/** One value each; an empty field of a form is one that was not filled in. */
export const flatten = (asked: Asked): Flat =>
  Object.fromEntries(
    Object.entries(asked).flatMap(([name, value]) => {
      const one = [value].flat()[0];
      return one ? [[name, one]] : [];
    }),
  );

export function pathWith(path: string, asked: Flat, cursor: string | null): string {
  const query = new URLSearchParams(asked);
  query.delete("cursor");
  if (cursor) query.set("cursor", cursor);
  const text = query.toString();
  return text ? `${path}?${text}` : path;
}
