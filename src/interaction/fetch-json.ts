/**
 * Fetches a JSON file of the site. The build wrote it from the same types, so its shape is not checked again.
 * @throws Error that names the address and the status where there is no such file
 */
export async function fetchJson<T>(address: string): Promise<T> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  const value: T = await answer.json();
  return value;
}
