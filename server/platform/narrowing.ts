/** A condition over one or more values, each written as `?`; it counts only when its first value is given. */
export type Condition = readonly [sql: string, ...values: unknown[]];

/**
 * The conditions that were asked for, as SQL with its values. Each combination is a statement of its own, so that PostgreSQL
 * plans for what is asked: a statement for everything that might be asked reads whole tables.
 */
export function narrowed(conditions: readonly Condition[]): { where: string; values: unknown[] } {
  const values: unknown[] = [];
  const asked = conditions.filter(([, first]) => first !== null && first !== undefined);
  const parts = asked.map(([sql, ...given]) => {
    const rest = [...given];
    return sql.replace(/\?/g, () => `$${values.push(rest.shift())}`);
  });
  return { where: parts.length > 0 ? parts.join(" and ") : "true", values };
}
