import { expect, it } from 'vitest';
import { linksBelow, rulesBelow } from './below-base.ts';

/** The value of an attribute after the plugin saw the element. */
function seen(tagName: string, properties: Record<string, string>): Record<string, string> {
  const after = { ...properties };
  linksBelow('/tideline/').element.visit(
    { tagName, properties },
    {
      setProperty: (_, name, value) => {
        after[name] = value;
      },
    },
  );
  return after;
}

it('puts the base before links and pictures of this site', () => {
  expect(seen('a', { href: '/guide/glossary/#region' })).toEqual({ href: '/tideline/guide/glossary/#region' });
  expect(seen('img', { src: '/preview.png', alt: '/' })).toEqual({ src: '/tideline/preview.png', alt: '/' });
});

it.each(['https://aws.amazon.com/', '//aws.amazon.com/', '#top', 'review/', ''])('leaves "%s" alone', (href) => {
  expect(seen('a', { href })).toEqual({ href });
});

it('puts the base before each path of the rules for hosts', () => {
  expect(rulesBelow('# /no path\n/*\n  X-Frame-Options: DENY\n/\n  Link: </a>\n/embed/*\n', '/tideline/')).toBe(
    '# /no path\n/tideline/*\n  X-Frame-Options: DENY\n/tideline/\n  Link: </a>\n/tideline/embed/*\n',
  );
});
