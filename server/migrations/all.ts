import { CreatePlatform1763900000000 } from "./1763900000000-create-platform.ts";

/** Every migration, oldest first. */
export const migrations = [CreatePlatform1763900000000];
