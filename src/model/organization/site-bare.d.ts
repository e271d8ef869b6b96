/**
 * The build of a site without an overlay puts `true` in its place, and nothing else defines it. What only an overlay needs asks
 * `typeof siteBare === 'undefined'` where it stands, not a name imported from elsewhere: that is how the bundler leaves it out, so that
 * the scripts of a site without an overlay are the same, byte for byte.
 */
declare const siteBare: true | undefined;
