import type { MemberStatus } from "../../server/modules/members/index.ts";
import type { TestDatabase } from "./database.ts";

/** Has firms stand in a way on every day, whatever led there. */
export const standAs = async ({ asOwner }: Pick<TestDatabase, "asOwner">, status: MemberStatus, ...memberIds: (string | null | undefined)[]): Promise<void> => {
  await asOwner("delete from standing_span where member_id = any($1::text[])", [memberIds]);
  await asOwner("insert into standing_span (member_id, from_day, status) select id, '2000-01-01', $2 from unnest($1::text[]) as firm (id)", [memberIds, status]);
};
