import type { FastifyInstance, FastifyRequest } from "fastify";
import { graphql, type GraphQLSchema } from "graphql";
import { timelineCsv, type TimelineService } from "../../modules/files/index.ts";
import type { Permission } from "../../modules/identity/index.ts";
import { isLanguage } from "../../kernel/language.ts";
import { memberById } from "../../modules/members/index.ts";
import type { Context } from "../../platform/context.ts";
import { attached, attachedJson, noSuchFile } from "../attachment.ts";
import { explanationDocument, findingsDocument, ledgerDocument, memberDocument, publicDocument, timelineDocument } from "./file-documents.ts";

/** Grows when a field of the file goes or changes its meaning; more fields may come without. */
const VERSION = 1;

/** A whole file costs as much as the largest request to GraphQL. */
const config = { weight: 25_000 };

interface Grade {
  id: string;
}

interface Decided {
  noticeServedOn: string | null;
  decisions: { servedOn: string | null }[];
}

interface FoundMember {
  association: unknown;
  member: ({ number: number; grades?: Grade[]; sanctionCases?: Decided[] } & Record<string, unknown>) | null;
}

interface Listed {
  edges: { node: unknown }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

/**
 * `GET /members/:id/file.json` and `GET /members/:id/timeline.csv`: the file of a member as whoever asks may read it on its page. It is asked of the
 * contract, in the name of whoever asks, so that it can say nothing the page would not.
 */
export function offerMemberFile(app: FastifyInstance, { timelines }: { timelines: TimelineService }, schema: GraphQLSchema): void {
  app.get<{ Params: { id: string } }>("/members/:id/file.json", { config }, async (request, reply) => {
    const ctx = await reader(request);
    const file = ctx && (await memberFile(schema, ctx, request.params.id));
    return file ? attachedJson(reply, `member-${file.member.number}.json`, file) : noSuchFile(reply);
  });

  app.get<{ Params: { id: string }; Querystring: { lang?: unknown } }>("/members/:id/timeline.csv", { config }, async (request, reply) => {
    const ctx = await reader(request);
    const member = ctx && (await ctx.load(memberById, request.params.id));
    if (!member) return noSuchFile(reply);
    const { lang } = request.query;
    const text = timelineCsv(await timelines.whole(ctx, member.id), isLanguage(lang) ? lang : ctx.actor.language);
    return attached(reply, `member-${member.number}-timeline.csv`).type("text/csv; charset=utf-8").send(text);
  });
}

/** Whoever asks, if they may read members at all. */
async function reader(request: FastifyRequest): Promise<Context | null> {
  const ctx = await request.context();
  return ctx.actor.permissions.has("member:read" satisfies Permission) ? ctx : null;
}

async function memberFile(schema: GraphQLSchema, ctx: Context, id: string) {
  const may = (permission: Permission) => ctx.actor.permissions.has(permission);
  const { association, member } = await asked<FoundMember>(schema, ctx, memberDocument, {
    id, pledge: may("pledge:read"), assessments: may("assessment:read"), grades: may("grade:read"), cases: may("case:read"), publications: may("publication:read"), repairs: may("repair:read"),
    rewards: may("reward:read"), certificates: may("certificate:read"),
  });
  if (member === null) return null;
  const [latest] = member.grades ?? [];
  const cases = (member.sanctionCases ?? []).filter(({ noticeServedOn }) => noticeServedOn !== null);
  const explained = latest && (await asked<{ node: { explanation: unknown } | null }>(schema, ctx, explanationDocument, { id: latest.id })).node;
  return {
    format: "guildhall-member-file", version: VERSION, madeAt: ctx.now.toISOString(), association,
    member: { ...member, ...(member.sanctionCases && { sanctionCases: cases.map(served) }) },
    gradeExplained: explained?.explanation ?? null,
    ...(may("grade:read") && { credit: await whole(schema, ctx, ledgerDocument, id, ({ list }) => list as Listed) }),
    ...(may("finding:read") && { findings: await whole(schema, ctx, findingsDocument, id, ({ list }) => list as Listed) }),
    timeline: await whole(schema, ctx, timelineDocument, id, ({ member: found }) => (found as { list: Listed }).list),
  };
}

/** A file is handed on: a case before its notice and a decision before its serving do not leave with it. */
const served = <Case extends Decided>(about: Case): Case => ({ ...about, decisions: about.decisions.filter(({ servedOn }) => servedOn !== null) });

/** A list to its end, page after page. */
async function whole(schema: GraphQLSchema, ctx: Context, document: string, id: string, listIn: (data: Record<string, unknown>) => Listed): Promise<unknown[]> {
  const nodes: unknown[] = [];
  for (let after: string | null = null; ; ) {
    const { edges, pageInfo } = listIn(await asked(schema, ctx, document, { id, after }));
    nodes.push(...edges.map(({ node }) => node));
    if (!pageInfo.hasNextPage) return nodes;
    after = pageInfo.endCursor;
  }
}

/** The public file of a firm as a value, the same for everybody; null when there is no such firm. */
export async function publicFileValue(schema: GraphQLSchema, ctx: Context, number: number) {
  const { association, publicFile } = await asked<{ association: unknown; publicFile: object | null }>(schema, ctx, publicDocument, { number });
  return publicFile && { format: "guildhall-public-file", version: VERSION, madeAt: ctx.now.toISOString(), association, file: publicFile };
}

/** Asks the contract as whoever the context acts for; what goes wrong is a defect of ours. */
async function asked<Data>(schema: GraphQLSchema, ctx: Context, source: string, variableValues: Record<string, unknown>): Promise<Data> {
  const { data, errors } = await graphql({ schema, source, variableValues, contextValue: ctx });
  if (errors?.[0] || !data) throw errors?.[0]?.originalError ?? errors?.[0] ?? new Error("The contract gave no answer.");
  return data as Data;
}
