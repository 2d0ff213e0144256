import type { Context } from "../../platform/context.ts";
import type { ApplicationState } from "./application-state.rules.ts";

/** Applications left too long, held; some at most, those another worker holds passed over. */
export const leftTooLong = (tx: Context, most: number): Promise<{ id: string; state: ApplicationState }[]> =>
  tx.rows("select id, state from application where lapses_on < guildhall_today() order by lapses_on, id limit $1 for update skip locked", [most]);

/** Notes that they have lapsed. One that was never handed in is erased at once, the others after so many days. */
export const noteLapsed = (tx: Context, ids: readonly string[], retentionDays: number): Promise<unknown> =>
  tx.rows(
    `update application set state = 'LAPSED', lapses_on = null, revision = revision + 1,
       erase_on = case when submitted_at is null then guildhall_today() else guildhall_today() + $2::int end
     where id = any($1::text[])`,
    [ids, retentionDays],
  );

/** Applications whose particulars are to be erased, held; some at most. */
export const dueToErase = async (tx: Context, most: number): Promise<string[]> =>
  (await tx.rows<{ id: string }>("select id from application where erase_on <= guildhall_today() order by erase_on, id limit $1 for update skip locked", [most])).map(({ id }) => id);

/** Erases what they stated, the words of reasons and the records of files; answers the digests of the files' bytes, which are still there. */
export async function erase(tx: Context, ids: readonly string[], blank: object): Promise<string[]> {
  await tx.rows(
    `update application a set erased_at = $2, erase_on = null, revision = a.revision + 1, declaration = null, name = b.name, credit_code = '', region = null, size_class = null,
       product_lines = '{}', sites = '[]', contact = b.contact
     from jsonb_to_record($3::jsonb) as b (name jsonb, contact jsonb) where a.id = any($1::text[])`,
    [ids, tx.now, JSON.stringify(blank)],
  );
  await tx.rows("delete from application_reason where application_id = any($1::text[])", [ids]);
  const files = await tx.rows<{ id: string }>("delete from application_evidence where application_id = any($1::text[]) returning file_id as id", [ids]);
  const forgotten = await tx.rows<{ digest: string }>("delete from stored_file where id = any($1::text[]) returning digest", [files.map(({ id }) => id)]);
  return forgotten.map(({ digest }) => digest);
}

/** Forgets from where drafts were begun before an instant. */
export const forgetAttempts = (tx: Context, before: Date): Promise<unknown> => tx.rows("delete from application_attempt where at <= $1", [before]);
