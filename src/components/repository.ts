// Where the records are edited. The build reads REPOSITORY, which a company sets that runs its own copy, and puts it here in the place of the name.
declare const siteRepository: string | undefined;

/** Without a slash at its end; nothing outside of a build. */
export const repository: string = typeof siteRepository === 'undefined' ? '' : siteRepository;
