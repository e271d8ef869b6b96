import type { DefaultId } from '../vocabulary.ts';
import type { Cell } from './schema/cell.ts';

/** What holds if the customer does nothing; undefined where the layer does not exist. */
export const defaultOf = (cell: Cell): DefaultId | undefined => ('default' in cell ? cell.default : undefined);
