// Where the site lies on its host. Only the build knows, and puts it here in the place of the name: nothing for the root of the host.
declare const siteRoot: string | undefined;

/**
 * Nothing, or the path below which the site lies, without the slash at its end: `/tideline`.
 * Code that browsers run begins its addresses with it, as a function would cost them one more file to load.
 */
export const root: string = typeof siteRoot === 'undefined' ? '' : siteRoot;

/** Returns the address of a page or file of this site on its host: `/services/` becomes `/tideline/services/`. */
export const pathTo = (path: `/${string}`): string => `${root}${path}`;
