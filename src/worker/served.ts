// Of which revision an answer of the server is: the one that was asked for, or that of a build before or after it.
import { markLength, revisionHeader, revisionIn } from '../model/revision.ts';

/**
 * Whether a file says that it is of another revision than the page that asks. Most files say none.
 * Nothing more is read than the start, because the page waits for the rest.
 */
export async function isOfAnother({ headers }: Pick<Request, 'headers'>, response: Response): Promise<boolean> {
  const asked = headers.get(revisionHeader) ?? '';
  if (asked === '' || !response.ok) return false;
  const revision = revisionIn(await startOf(response.clone()));
  return revision !== undefined && revision !== asked;
}

async function startOf({ body }: Response): Promise<string> {
  const reader = body?.getReader();
  const decoder = new TextDecoder();
  let start = '';
  while (reader && start.length < markLength) {
    const { done, value } = await reader.read();
    if (done) return start;
    start += decoder.decode(value, { stream: true });
  }
  // Nobody needs the end of this copy.
  reader?.cancel().catch(() => undefined);
  return start;
}
