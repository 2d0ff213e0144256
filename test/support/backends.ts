import { Redis } from "ioredis";
import { inject } from "vitest";

export const redisUrl = inject("redisUrl");

/** The queue's backends on this machine: PostgreSQL always, Redis where there is one. */
export const backends = redisUrl ? (["postgres", "redis"] as const) : (["postgres"] as const);

/** Empties a Redis, as a careless operator would. */
export async function flush(url: string): Promise<void> {
  const redis = new Redis(url);
  await redis.flushall();
  await redis.quit();
}
