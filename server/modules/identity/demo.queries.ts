import type { Localized } from "../../kernel/language.ts";
import type { Context } from "../../platform/context.ts";
import type { Role } from "./permissions.ts";
import type { Person } from "./person.ts";

/** A person of the demo story as the sign-in page lists them. */
export interface DemoPerson {
  email: string;
  name: Localized;
  role: Role;
  shows: Localized;
}

/**
 * SQL for whoever may come in: not shut out and, where the demo story is not told, no person of it, since everybody knows
 * their passwords. `demo` is the parameter that says whether it is told.
 */
export const mayComeIn = (user: string, demo: string): string =>
  `${user}.disabled_at is null and (${demo}::boolean or not exists (select from demo_person dp where dp.user_id = ${user}.id))`;

export const demoPersonList = (ctx: Context): Promise<DemoPerson[]> => ctx.rows("select email, name, role, shows from demo_person order by position");

export const demoPersonByEmail = (tx: Context, email: string): Promise<Person | null> =>
  tx.row<Person>(
    `select u.id, u.roles, u.member_id as "memberId", u.language, u.totp_enrolled_at as "totpEnrolledAt"
     from demo_person d join user_account u on u.id = d.user_id where u.email = $1 and u.disabled_at is null`,
    [email],
  );

/** What a person of the demo story proves their identity with; null for real people. */
export const demoProofOf = (
  ctx: Context,
  userId: string,
): Promise<{ password: string; totpSecret: string | null; totpLastStep: number | null } | null> =>
  ctx.row(
    `select d.password, c.totp_secret as "totpSecret", c.totp_last_step as "totpLastStep"
     from demo_person d left join credential c on c.user_id = d.user_id where d.user_id = $1`,
    [userId],
  );
