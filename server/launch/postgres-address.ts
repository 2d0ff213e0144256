import { join } from "node:path";

/** The file in a data folder that keeps the password of its own server. */
export const passwordName = "postgres-password";

export const passwordFile = (dataDir: string): string => join(dataDir, passwordName);

/** The owner's connection to the database of the house on our own server. */
export const ownerUrl = (password: string, port: number): string => `postgresql://guildhall:${password.trim()}@127.0.0.1:${port}/guildhall`;
