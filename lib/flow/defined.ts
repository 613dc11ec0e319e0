type Defined<T> = { [Key in keyof T]?: Exclude<T[Key], undefined | null> };

/** The fields that hold something. Facts are stored as JSON, and a field left out means "not said". */
export function defined<T extends object>(fields: T): Defined<T> {
  const entries = Object.entries(fields).filter(([, value]) => value !== undefined && value !== null);
  return Object.fromEntries(entries) as Defined<T>; // sound: keys and values are those of `fields`
}
