/**
 * The header by which a page says of which revision of the data it is. The build writes the revision into the page.
 * It has a file of its own, as browsers would load one more file for what pages share.
 */
export const revisionHeader = 'tideline-revision';
