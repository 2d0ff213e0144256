/** How row-level security lets each scope at a table; scope "all" always reads and writes. */
export interface Protection {
  /** The column naming the member a row belongs to: that member reads and writes its own rows. */
  member?: string;
  /** Everybody may read every row: reference data and the public register. */
  publicRead?: boolean;
  /** Which rows everybody may read, as SQL over the row. */
  publicWhere?: string;
  /** Members read their rows but never write them. */
  memberReadsOnly?: boolean;
}

/** The statements that put a table behind row-level security, for its owner too; who asks is looked up once a statement, not once a row. */
export function protect(table: string, { member, publicRead, publicWhere, memberReadsOnly }: Protection = {}): string[] {
  const own = member ? `(select guildhall_scope()) = 'member' and ${member} = (select guildhall_member())` : null;
  const open = publicRead ? "true" : publicWhere;
  return [
    `alter table ${table} enable row level security`,
    `alter table ${table} force row level security`,
    `create policy ${table}_all on ${table} using ((select guildhall_scope()) = 'all') with check ((select guildhall_scope()) = 'all')`,
    ...(own ? [`create policy ${table}_member on ${table} ${memberReadsOnly ? "for select " : ""}using (${own})${memberReadsOnly ? "" : ` with check (${own})`}`] : []),
    ...(open ? [`create policy ${table}_public on ${table} for select using (${open})`] : []),
  ];
}
