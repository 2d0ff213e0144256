/** Fetches a file that is given only for something said in a header, and has the browser keep it under its name. Throws when it is not given. */
export async function download(from: string, name: string, headers: Record<string, string>): Promise<void> {
  const answer = await fetch(from, { headers });
  if (!answer.ok) throw new Error(`${from} was answered ${answer.status}`);
  const place = URL.createObjectURL(await answer.blob());
  const link = document.createElement("a");
  link.href = place;
  link.download = name;
  link.click();
  URL.revokeObjectURL(place);
}
