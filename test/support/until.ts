/** Waits until something holds, looking every `everyMs`; fails after `limitMs`. */
export async function until(holds: () => boolean | Promise<boolean>, limitMs = 15_000, everyMs = 50): Promise<void> {
  const end = Date.now() + limitMs;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`It did not come true within ${limitMs} ms.`);
    await new Promise((resolve) => setTimeout(resolve, everyMs));
  }
}
