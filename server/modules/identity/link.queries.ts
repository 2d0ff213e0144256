import type { Language } from "../../kernel/language.ts";
import type { Context } from "../../platform/context.ts";
import { type Condition, narrowed } from "../../platform/narrowing.ts";
import { cursorOf, type Page, pageOf, type PageRequest, readCursor } from "../../platform/paging.ts";
import { mayComeIn } from "./demo.queries.ts";
import { type Role, rolesWith } from "./permissions.ts";

/** An invitation as lists and its acceptance see it. */
export interface InvitationRow {
  id: string;
  email: string;
  role: Role;
  memberId: string | null;
  language: Language;
  /** Null when the house itself invited. */
  sentBy: string | null;
  sentAt: Date;
  expiresAt: Date;
}

const columns = `i.id, i.email, i.role, i.member_id as "memberId", i.language, i.sent_by as "sentBy", i.sent_at as "sentAt", i.expires_at as "expiresAt"`;

/**
 * SQL for a link whose sender could send it today: they may come in (where the demo story is told or not is its first value)
 * and hold one of the roles that send it (its second) for this member. The house itself sends too; and a sender out of the
 * reader's sight is taken to stand.
 */
const senderStands = (link: string, memberId: string) =>
  `not exists (select from user_account s where s.id = ${link}.sent_by
     and not (${mayComeIn("s", "?")} and s.roles && ?::text[] and (s.member_id is null or s.member_id is not distinct from ${memberId})))`;

/** What can still be accepted. */
const open = ({ now }: Context, demo: boolean): Condition => [
  `i.expires_at > ? and i.accepted_at is null and i.revoked_at is null and ${senderStands("i", "i.member_id")}`, now, demo, rolesWith("invitation:send"),
];

/** The invitation a token opens, held until the end of the transaction; null when it opens none. */
export function invitationByToken(tx: Context, digest: string, demo: boolean): Promise<InvitationRow | null> {
  const { where, values } = narrowed([open(tx, demo), ["i.token_digest = ?", digest]]);
  return tx.row(`select ${columns} from invitation i where ${where} for update of i`, values);
}

/** Invitations that can still be accepted, the last sent first; `memberId` narrows them to one member's. */
export async function openInvitationPage(ctx: Context, request: PageRequest, memberId: string | null, demo: boolean): Promise<Page<InvitationRow>> {
  const [sentAt, id] = readCursor(request.after, "INSTANT", "TEXT") ?? [null, null];
  const asked: Condition[] = [open(ctx, demo), ["i.member_id = ?", memberId]];
  const { where, values } = narrowed([...asked, ["(i.sent_at, i.id) < (?::timestamptz, ?::text)", sentAt, id]]);
  const rows = await ctx.rows<InvitationRow>(
    `select ${columns} from invitation i where ${where} order by i.sent_at desc, i.id desc limit $${values.length + 1}`,
    [...values, request.first + 1],
  );
  const all = narrowed(asked);
  const total = async () => (await ctx.row<{ count: number }>(`select count(*) as count from invitation i where ${all.where}`, all.values))?.count ?? 0;
  return pageOf(rows, request, (row) => cursorOf(row.sentAt.toISOString(), row.id), total);
}

/** Whom a token lets in anew, held until the end of the transaction; null when it lets in nobody. */
export async function renewedByToken(tx: Context, digest: string, demo: boolean): Promise<string | null> {
  const { where, values } = narrowed([
    ["r.token_digest = ?", digest], ["r.expires_at > ?", tx.now], [mayComeIn("u", "?"), demo], [senderStands("r", "u.member_id"), demo, rolesWith("user:entrust")],
  ]);
  const row = await tx.row<{ userId: string }>(
    `select r.user_id as "userId" from access_renewal r join user_account u on u.id = r.user_id where ${where} for update of r, u`, values,
  );
  return row?.userId ?? null;
}
