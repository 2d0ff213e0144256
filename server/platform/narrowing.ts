/** A condition over one or more values, each written as `?`; it counts only when its first value is given. */
export type Condition = readonly [sql: string, ...values: unknown[]];

/**
 * The conditions that were asked for, as SQL with its values. Each combination is a statement of its own, so that PostgreSQL
 * plans for what is asked: a statement for everything that might be asked reads whole tables. Values follow those already given.
 */
export function narrowed(conditions: readonly Condition[], values: unknown[] = []): { where: string; values: unknown[] } {
  const asked = conditions.filter(([, first]) => first !== null && first !== undefined);
  const parts = asked.map(([sql, ...given]) => {
    const rest = [...given];
    return sql.replace(/\?/g, () => `$${values.push(rest.shift())}`);
  });
  return { where: parts.length > 0 ? parts.join(" and ") : "true", values };
}

/** A pattern for `like` that takes what was typed literally, in lower case; null when nothing was. */
export function containing(text: string | null | undefined): string | null {
  const wanted = text?.trim().toLowerCase() ?? "";
  return wanted === "" ? null : `%${wanted.replace(/[\\%_]/g, "\\$&")}%`;
}
