// Names of services and ways to run them, and which resource types are theirs: what reading a stack in the browser needs to know.
import { json } from '../../components/json.ts';
import { getContent } from '../../content/load.ts';
import { namesFile } from '../../content/stack.ts';

export const GET = (): Response => json(namesFile(getContent()));
