/** The parts people play; names in three languages stand in the reference data. */
export const roles = ["OFFICER", "PANEL", "INSPECTOR", "MEMBER_ADMIN", "MEMBER_EDITOR", "REGULATOR", "OPERATOR"] as const;
export type Role = (typeof roles)[number];

interface Rule {
  roles: readonly Role[];
  /** Grave: wants a fresh proof of identity. */
  stepUp?: true;
}

const everyone = roles;
const memberSide = ["MEMBER_ADMIN", "MEMBER_EDITOR"] as const;
const houseSide = ["OFFICER", "PANEL"] as const;

/** The one table of who may do what; which record it may be done to is the matter of each module's policy. */
export const permissions = {
  "account:manage": { roles: everyone },
  "account:secure": { roles: everyone, stepUp: true },
  "apiKey:create": { roles: ["OFFICER", "MEMBER_ADMIN", "REGULATOR", "OPERATOR"], stepUp: true },
  "invitation:send": { roles: ["OFFICER", "MEMBER_ADMIN"], stepUp: true },
  "user:list": { roles: ["OFFICER", "OPERATOR", "MEMBER_ADMIN"] },
  "user:change": { roles: ["OFFICER", "OPERATOR", "MEMBER_ADMIN"], stepUp: true },
  /** Roles and new ways in are given by those who may invite; who keeps the portal running only shuts out and lets in again. */
  "user:entrust": { roles: ["OFFICER", "MEMBER_ADMIN"], stepUp: true },

  "journal:read": { roles: ["OFFICER", "OPERATOR"] },
  "journal:checkpoint": { roles: ["OFFICER", "OPERATOR"] },

  "calendar:read": { roles: everyone },
  "calendar:change": { roles: ["OFFICER"] },

  "member:list": { roles: ["OFFICER", "PANEL", "INSPECTOR"] },
  "member:read": { roles: [...houseSide, "INSPECTOR", ...memberSide] },

  /** Where the firm trades and whom to speak to there. */
  "member:keep": { roles: ["OFFICER", ...memberSide] },
  "member:renew": { roles: ["OFFICER"] },
  "member:leave": { roles: ["OFFICER", "MEMBER_ADMIN"], stepUp: true },

  "application:read": { roles: ["OFFICER"] },
  "application:review": { roles: ["OFFICER"] },
  /** Whether a firm is let in. */
  "application:decide": { roles: ["OFFICER"], stepUp: true },

  "norm:draft": { roles: ["OFFICER"] },
  "norm:adopt": { roles: ["OFFICER"], stepUp: true },
  /** A second person's opinion on words that look like price setting. */
  "norm:judge": { roles: houseSide, stepUp: true },
  "norm:review": { roles: houseSide },
  "norm:comment": { roles: memberSide },
  "norm:read": { roles: memberSide },
  "norm:train": { roles: memberSide },
  "norm:consult": { roles: [...houseSide, ...memberSide] },

  "pledge:read": { roles: [...houseSide, ...memberSide] },
  "pledge:publish": { roles: ["OFFICER"], stepUp: true },
  "pledge:sign": { roles: ["MEMBER_ADMIN"], stepUp: true },

  "assessment:read": { roles: [...houseSide, ...memberSide] },
  "assessment:fill": { roles: memberSide },
  "assessment:submit": { roles: ["MEMBER_ADMIN"] },
  "assessment:review": { roles: ["OFFICER"] },
  "assessment:confirm": { roles: ["OFFICER"], stepUp: true },

  "audit:read": { roles: houseSide },
  "audit:plan": { roles: ["OFFICER"] },
  "audit:run": { roles: ["OFFICER"] },
  "finding:read": { roles: [...houseSide, "INSPECTOR", ...memberSide] },

  /** A case against a member; what it is told and when, its policies say. */
  "case:read": { roles: [...houseSide, ...memberSide] },
  "case:open": { roles: ["OFFICER"] },
  "case:serve": { roles: ["OFFICER"], stepUp: true },
  "case:time": { roles: ["OFFICER"] },
  "case:draft": { roles: ["OFFICER"] },
  "case:drop": { roles: ["OFFICER"], stepUp: true },
  "case:answer": { roles: ["MEMBER_ADMIN"] },
  "case:seat": { roles: ["OFFICER"] },
  "case:decide": { roles: ["PANEL"], stepUp: true },
  "appeal:file": { roles: ["MEMBER_ADMIN"], stepUp: true },
  "panel:read": { roles: houseSide },
  "panel:sit": { roles: ["PANEL"] },
  "panel:declare": { roles: houseSide },
  "panel:keep": { roles: ["OFFICER"] },

  "grade:read": { roles: [...houseSide, ...memberSide] },
  "credit:correct": { roles: ["OFFICER"], stepUp: true },

  "reward:read": { roles: [...houseSide, ...memberSide] },
  "reward:propose": { roles: ["OFFICER"] },
  /** The opening of a yearly round and the striking of its candidates; it gives nothing by itself. */
  "reward:select": { roles: ["OFFICER"] },
  "reward:review": { roles: houseSide },
  /** The second person's word, without which nothing is given. */
  "reward:confirm": { roles: houseSide, stepUp: true },
  "reward:revoke": { roles: ["OFFICER"], stepUp: true },
  "publication:read": { roles: [...houseSide, ...memberSide] },
  "repair:read": { roles: [...houseSide, ...memberSide] },
  "repair:file": { roles: ["MEMBER_ADMIN"], stepUp: true },
  "repair:handle": { roles: houseSide },
  "repair:decide": { roles: ["PANEL"], stepUp: true },

  "certificate:read": { roles: [...houseSide, ...memberSide] },
  "certificate:change": { roles: ["OFFICER"], stepUp: true },

  "operations:read": { roles: ["OPERATOR", "OFFICER"] },
  "operations:change": { roles: ["OPERATOR"] },
} as const satisfies Record<string, Rule>;

export type Permission = keyof typeof permissions;

const rules: [Permission, Rule][] = Object.entries(permissions) as [Permission, Rule][];

/** What these roles may do, any of them sufficing. */
export const permissionsOf = (held: readonly Role[]): Set<Permission> =>
  new Set(rules.filter(([, rule]) => rule.roles.some((role) => held.includes(role))).map(([name]) => name));

/** The roles any of which suffices for it. */
export const rolesWith = (permission: Permission): Role[] => [...permissions[permission].roles];

/** The permissions that want a fresh proof of identity. */
export const stepUpPermissions: ReadonlySet<Permission> = new Set(rules.filter(([, rule]) => rule.stepUp).map(([name]) => name));

/** Officers, panel members, inspectors and operators see the whole association; members see their own; regulators only what a grant opens. */
export const scopeOf = (held: readonly Role[]): "all" | "member" | "public" => {
  if (held.some((role) => ["OFFICER", "PANEL", "INSPECTOR", "OPERATOR"].includes(role))) return "all";
  return held.some((role) => role === "MEMBER_ADMIN" || role === "MEMBER_EDITOR") ? "member" : "public";
};

/** Roles that sign in with a second factor, always. */
export const secondFactorRoles: readonly Role[] = ["OFFICER", "PANEL", "INSPECTOR", "REGULATOR", "OPERATOR"];
