// Whether a logo is a picture and nothing else: it is served from the site's own origin, where a script in it would run.

/** In bytes. Every page shows it at the height of a line. */
const most = 64 * 1024;
/** In pixels, of a side. */
const mostPixels = 2000;

export interface LogoFault {
  readonly found: string;
  readonly remedy: string;
}

/**
 * Says what keeps a file from being a logo; undefined if nothing does.
 * @param ending `svg` or `png`, as its name ends
 */
export function logoFault(bytes: Buffer, ending: string): LogoFault | undefined {
  if (bytes.length > most) return { found: `${bytes.length} bytes`, remedy: `make it smaller: a logo takes at most ${most} bytes` };
  return ending === 'png' ? pngFault(bytes) : svgFault(bytes);
}

/** https://www.w3.org/TR/png-3/#5PNG-file-signature */
const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

function pngFault(bytes: Buffer): LogoFault | undefined {
  if (bytes.length < 33 || !bytes.subarray(0, 8).equals(signature) || bytes.toString('latin1', 12, 16) !== 'IHDR')
    return { found: 'no PNG picture', remedy: 'save the logo as PNG, or as SVG under a name that says so' };
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  if (width > 0 && height > 0 && width <= mostPixels && height <= mostPixels) return undefined;
  return { found: `${width} × ${height} pixels`, remedy: `make it smaller: a side takes at most ${mostPixels} pixels` };
}

/** Shapes, texts, fills and what they refer to. Neither scripts, styles, links, pictures nor foreign markup. https://www.w3.org/TR/SVG2/eltindex.html */
const elements = new Set(
  'svg g path rect circle ellipse line polyline polygon text tspan title desc defs linearGradient radialGradient stop clipPath mask symbol use'.split(
    ' ',
  ),
);
/** Text, an escaped character, a comment, the declaration of XML, or a tag. */
const piece =
  /[^<&]+|&(?:amp|lt|gt|quot|apos|#\d+|#x[0-9a-f]+);|<!--(?:(?!--)[^])*-->|<\?xml\s[^?]*\?>|<(?<end>\/?)(?<name>[a-z][\w:.-]*)(?<attributes>(?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(?<empty>\/?)>/iuy;

function svgFault(bytes: Buffer): LogoFault | undefined {
  const text = bytes.toString('utf8').replace(/^\uFEFF/u, '');
  const remedy = 'save it as plain SVG: shapes, texts and gradients, without scripts, styles, pictures and links to other files';
  const open: string[] = [];
  let seen = false;
  piece.lastIndex = 0;
  while (piece.lastIndex < text.length) {
    const at = piece.lastIndex;
    const match = piece.exec(text);
    if (!match) return { found: `no SVG of the plain kind: ${text.slice(at, at + 60).replaceAll(/\s+/gu, ' ')}`, remedy };
    const { name, end, empty, attributes = '' } = match.groups ?? {};
    if (name === undefined) continue;
    if (!elements.has(name) || (seen ? name === 'svg' && end === '' && open.length === 0 : name !== 'svg'))
      return { found: `<${name}>`, remedy };
    if (end !== '') {
      if (open.pop() !== name) return { found: `an end of <${name}> without its start`, remedy };
      continue;
    }
    const odd = oddAttribute(attributes);
    if (odd !== undefined) return { found: odd, remedy };
    if (!seen && !/\sviewBox\s*=/u.test(attributes))
      return { found: '<svg> without viewBox', remedy: 'add viewBox="0 0 <width> <height>": without it the logo cannot change its size' };
    seen = true;
    if (empty === '') open.push(name);
  }
  if (open.length > 0 || !seen) return { found: seen ? `<${open.join('>, <')}> without an end` : 'no <svg>', remedy };
  return undefined;
}

/** The first attribute that does something, or leads out of the file. */
function oddAttribute(attributes: string): string | undefined {
  for (const [whole, name = '', double, single] of attributes.matchAll(/\s([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/gu)) {
    const value = (double ?? single ?? '').trim();
    const isLink = /^(?:xlink:)?href$/iu.test(name);
    const leadsOut = /:|\/\/|url\(\s*["']?(?!#)/iu.test(value) && !/^xmlns(?::|$)/u.test(name);
    if (/^on/iu.test(name) || (isLink && !value.startsWith('#')) || (name === 'style' ? /[:@\\]/u.test(value) : leadsOut))
      return whole.trim();
    if (value.includes('&')) return whole.trim();
  }
  return undefined;
}
