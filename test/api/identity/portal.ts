import type { FastifyInstance } from "fastify";
import { type AppOptions, createApp } from "../../../server/app.ts";
import { doorkeeper } from "../../../server/http/sessions.ts";
import { newId } from "../../../server/kernel/ids.ts";
import { Credential, type Role, User } from "../../../server/modules/identity/index.ts";
import { hashPassword } from "../../../server/modules/identity/password-hash.ts";
import { unusedTotpCode } from "../../../server/modules/identity/totp.ts";
import { createLog } from "../../../server/platform/log.ts";
import { done } from "../../../server/platform/outcome.ts";
import { served } from "../../support/served.ts";
import { openWorld, type World } from "../../support/world.ts";

export const password = "correct horse battery staple";
const totpSecret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
const hashed = hashPassword(password);

interface Reply<Data> {
  status: number;
  data: Data | null;
  codes: unknown[];
  /** The cookies this answer set, by name, with their attributes. */
  set: Record<string, string>;
}

/** One browser: it keeps cookies, and comes from an address. */
export class Browser {
  cookies: Record<string, string> = {};

  constructor(
    private readonly app: FastifyInstance,
    readonly address: string,
    private readonly headers: Record<string, string> = {},
  ) {}

  async ask<Data = Record<string, unknown>>(query: string, variables: Record<string, unknown> = {}): Promise<Reply<Data>> {
    const answer = await this.app.inject({
      method: "POST", url: "/graphql", payload: { query, variables }, cookies: this.cookies,
      remoteAddress: this.address, headers: { "accept-language": "en", "user-agent": "Lantern/1.0", ...this.headers },
    });
    const json = answer.json<{ data?: Data; errors?: { extensions: { code: unknown } }[] }>();
    const lines = [answer.headers["set-cookie"] ?? []].flat();
    const set = Object.fromEntries(lines.map((line) => [line.slice(0, line.indexOf("=")), line.slice(line.indexOf("=") + 1)]));
    for (const [name, line] of Object.entries(set)) {
      const value = line.split(";")[0] ?? "";
      if (value === "") delete this.cookies[name];
      else this.cookies[name] = value;
    }
    return { status: answer.statusCode, data: json.data ?? null, codes: (json.errors ?? []).map(({ extensions }) => extensions.code), set };
  }

  /** Signs in and answers the codes of the problems, none when it went well. */
  async signIn(email: string, proof: { password?: string; code?: string | null } = {}): Promise<string[]> {
    const input = { email, password: proof.password ?? password, code: proof.code ?? null };
    const { data } = await this.ask<{ signIn: Problems }>(`mutation ($input: SignInInput!) { signIn(input: $input) { viewer { email } problems { code path } } }`, { input });
    return data?.signIn.problems.map(({ code }) => code) ?? ["NO ANSWER"];
  }

  async stepUp(proof: { password?: string; code?: string | null } = {}): Promise<string[]> {
    const input = { password: proof.password ?? password, code: proof.code ?? null };
    const { data } = await this.ask<{ stepUp: Problems }>(`mutation ($input: StepUpInput!) { stepUp(input: $input) { problems { code } } }`, { input });
    return data?.stepUp.problems.map(({ code }) => code) ?? ["NO ANSWER"];
  }

  /** The address of whoever this browser is signed in as; null when nobody is. */
  async who(): Promise<string | null> {
    const { data } = await this.ask<{ viewer: { email: string } | null }>("{ viewer { email } }");
    return data?.viewer?.email ?? null;
  }
}

interface Problems {
  problems: { code: string; path: string }[];
}

/** A served house and the people who may come to its door. */
export async function openPortal({ config, ...options }: { demo?: boolean; config?: Partial<AppOptions["config"]> } = {}) {
  const world = await openWorld(options);
  const lines: string[] = [];
  const app = await createApp({
    source: world.database.source,
    config: { ...served, mode: options.demo ? "demo" : "production", ...config },
    services: world.services,
    ...doorkeeper(world.database.source, { demo: options.demo ?? false }),
    log: createLog({ level: "info", mode: "production", name: "api", to: { write: (line) => void lines.push(line) } }),
  });
  let browsers = 0;
  return {
    ...world,
    app,
    /** What its log says. */
    lines,
    /** A browser at an address of its own, unless one is named. */
    browser: (address = `203.0.113.${(browsers += 1)}`, headers?: Record<string, string>) => new Browser(app, address, headers),
    /** A person with a password and, where asked for or due, a second factor. */
    resident: (roles: Role[], memberId: string | null = null, { totp = memberId === null } = {}) => resident(world, roles, memberId, totp),
    close: async () => {
      await app.close();
      await world.close();
    },
  };
}

export type Portal = Awaited<ReturnType<typeof openPortal>>;

async function resident({ change, services, database }: World, roles: Role[], memberId: string | null, totp: boolean) {
  const passwordHash = await hashed;
  const user = await change(async (tx) => {
    const id = newId("usr", tx.now);
    const email = `${id.toLowerCase()}@guild.example`;
    await tx.db.insert(User, { id, email, name: "A Resident", language: "en", roles, memberId, totpEnrolledAt: totp ? tx.now : null, disabledAt: null, joinedAt: tx.now });
    await tx.db.insert(Credential, {
      userId: id, passwordHash, passwordChangedAt: tx.now, totpSecret: totp ? services.secrets.seal(totpSecret, id) : null, totpOfferedSecret: null, totpLastStep: null,
    });
    return done({ id, email });
  });
  return {
    ...user,
    /** What their authenticator app shows that was not used yet. */
    code: async () => {
      const [row] = await database.asOwner<{ step: number | null }>("select totp_last_step as step from credential where user_id = $1", [user.id]);
      return unusedTotpCode(totpSecret, row?.step ?? null, new Date());
    },
    /** Forgets which codes were used, as if half an hour had passed. */
    later: async () => void (await database.asOwner("update credential set totp_last_step = null where user_id = $1", [user.id])),
  };
}
