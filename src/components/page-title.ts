/** Starlight's table of contents links to the title by this id. */
export const PAGE_TITLE_ID = '_top';
