// How long what an address asks for stays unseen.
import { isQuick } from './time-limit.ts';

/** In milliseconds. */
export const unseen = 3000;

/** Settles once the work ends, well or not, and at the latest when a reader should see that something still loads. */
export const unseenUntil = (work: Promise<unknown>): Promise<unknown> => isQuick(work, unseen);
