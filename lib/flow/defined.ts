type Defined<T> = { [Key in keyof T]?: Exclude<T[Key], undefined | null> };

/**
 * The fields that hold something: 0, false and an empty text are kept, `undefined` and `null` are left out. Facts are
 * stored as JSON, and a field left out means "not said".
 */
export function defined<T extends object>(fields: T): Defined<T> {
  const kept: Record<string, unknown> = {};
  for (const key in fields) {
    const value = fields[key];
    if (value !== undefined && value !== null) kept[key] = value;
  }
  return kept as Defined<T>; // sound: keys and values are those of `fields`
}
