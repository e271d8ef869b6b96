// What answers need beyond the names: thesaurus, purposes, splits, texts about the model, and what has no record.
import { json } from '../../components/json.ts';
import { repository } from '../../components/repository.ts';
import { getContent } from '../../content/load.ts';
import { answerFile } from '../../content/search.ts';

export const GET = (): Response => json(answerFile(getContent(), repository));
