import type { FastifyRequest } from "fastify";
import type { OperationDefinitionNode } from "graphql";
import type pg from "pg";
import type { Logger } from "pino";
import type { Histogram } from "prom-client";
import type { Pass } from "../modules/identity/index.ts";
import { type Actor, system } from "../platform/actor.ts";
import type { Context } from "../platform/context.ts";
import type { Statement } from "../platform/database.ts";
import { type CompiledRead, compileRead, type ReadLanguage } from "../platform/graphql/compile-read.ts";
import type { Operation } from "../platform/graphql/judge.ts";
import { denialOf } from "../platform/graphql/may.ts";
import { type Reader, readInOneTrip } from "../platform/one-trip.ts";

/** A look at a request, without asking the database: what it bears, and who it comes from when that counts for nothing. */
export type Glance = (request: FastifyRequest) => Glanced;

interface Glanced {
  pass: Pass | null;
  stranger: Context;
}

/** Documents compiled, and bearers of passes remembered, at most. */
const DOCUMENTS = 200;
const BEARERS = 10_000;

export interface KnownReadsOptions {
  pool: pg.Pool;
  glance: Glance;
  /** How long root fields took, as the resolvers' are measured. */
  durations: Histogram<"field" | "ending">;
  log: Logger;
}

/** What a known read answered, and to whom. */
export interface ReadAnswer {
  actor: Actor;
  body: string;
}

/**
 * Answers documents that signed-in people sent before by one statement, in the trip in which it is found out who asks. For whom the rows are
 * read is guessed from the last request with the same pass; where the guess was wrong, or anything else is not as usual, there is no answer
 * here and the request takes the ordinary way, which says the same.
 */
export class KnownReads {
  private readonly compiled = new WeakMap<OperationDefinitionNode, CompiledRead | null>();
  private readonly documents = new Set<string>();
  private readonly bearers = new Map<string, Reader>();

  constructor(private readonly language: ReadLanguage, private readonly options: KnownReadsOptions) {}

  /** The answer, or null where the ordinary way is to be taken. */
  async answer(request: FastifyRequest, asked: Operation | null, variables: Readonly<Record<string, unknown>>): Promise<ReadAnswer | null> {
    const read = asked && this.compiled.get(asked.operation);
    if (!read) return null;
    const end = this.options.durations.startTimer({ ending: "answered" });
    try {
      const answer = await this.ask(read, variables, this.options.glance(request));
      if (answer) for (const field of read.fields) end({ field });
      return answer;
    } catch (error) {
      this.options.log.error({ err: error, operation: asked.operation.name?.value, requestId: request.id }, "known read failed");
      return null;
    }
  }

  /** Learns from a request that took the ordinary way: who bears its pass, and, from people who are signed in, the document. */
  learn(request: FastifyRequest, asked: Operation | null, actor: Actor): void {
    const { pass } = this.options.glance(request);
    if (!pass || actor.userId === null) return;
    remember(this.bearers, pass.digest, { scope: actor.scope, memberId: actor.memberId, userId: actor.userId });
    if (!asked || this.compiled.has(asked.operation)) return;
    if (!this.documents.has(asked.text) && this.documents.size >= DOCUMENTS) return;
    const read = compileRead(this.language, asked.document, asked.operation);
    this.compiled.set(asked.operation, read);
    if (read) this.documents.add(asked.text);
  }

  private async ask(read: CompiledRead, variables: Readonly<Record<string, unknown>>, { pass, stranger }: Glanced): Promise<ReadAnswer | null> {
    const guess = pass ? this.bearers.get(pass.digest) : stranger.actor;
    const statement = guess && read.statement(variables, stranger.now);
    if (!statement) return null;
    const { actor, body } = await this.find(pass, guess, statement, stranger);
    return actor && body && read.may.every((may) => denialOf(actor, may, stranger.now) === null) ? { actor, body } : null;
  }

  /** Who asks, and what the statement says to the reader they were taken for; nobody where they are somebody else, or due for a sign of life. */
  private async find(pass: Pass | null, guess: Reader, statement: Statement, { actor: stranger, now }: Context): Promise<{ actor: Actor | null; body: string | null }> {
    const asked = { reader: guess, statement };
    if (!pass) return { actor: stranger, body: bodyOf((await readInOneTrip(this.options.pool, [asked]))[0]) };
    const search = { reader: guess.scope === system.scope ? guess : system, statement: pass.search(now) };
    const [[row] = [], answer] = await readInOneTrip(this.options.pool, [search, asked]);
    const actor = row && !pass.touch(row, now) ? pass.bearer(row, now, stranger.address) : null;
    if (actor && isReader(actor, guess)) return { actor, body: bodyOf(answer) };
    this.bearers.delete(pass.digest);
    return { actor: null, body: null };
  }
}

const bodyOf = (rows: object[] = []): string | null => (rows as { body: string | null }[])[0]?.body ?? null;

const isReader = (actor: Reader, guess: Reader): boolean => actor.scope === guess.scope && actor.memberId === guess.memberId && actor.userId === guess.userId;

/** The oldest goes when there are too many. */
function remember(bearers: Map<string, Reader>, digest: string, reader: Reader): void {
  bearers.delete(digest);
  const oldest = bearers.keys().next();
  if (bearers.size >= BEARERS && !oldest.done) bearers.delete(oldest.value);
  bearers.set(digest, reader);
}
