// A link's picture is its diagram in the shape of a preview, drawn once and kept until the diagram changes.
import { linkSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { drawn, inShape, linkPicture, writeLinkPictures } from './link-pictures.ts';

const svg = (word: string, width = 1280, height = 720): string =>
  `<svg height="${height}" width="${width}" viewBox="0 0 ${width} ${height}" xmlns="http://www.w3.org/2000/svg"><style>@font-face { src: url('data:x') } .paper { fill: #fdfcfa; } text { font-family: 'Source Sans 3'; font-size: 90px; }</style><rect class="paper" width="${width}" height="${height}"/><text x="40" y="200">${word}</text></svg>`;

describe('the shape of a preview', () => {
  it.each([
    [1280, 720],
    [2000, 720],
  ])('is given to a picture of %d × %d px, with nothing cut off', (width, height) => {
    const { svg: shaped, paper } = inShape(svg('EKS', width, height));
    const [x = 0, y = 0, wide = 0, high = 0] = (/viewBox="([^"]*)"/u.exec(shaped)?.[1] ?? '').split(' ').map(Number);
    expect(wide / high).toBeCloseTo(linkPicture.width / linkPicture.height);
    expect(wide).toBeGreaterThanOrEqual(width);
    expect(high).toBeGreaterThanOrEqual(height);
    expect([x + wide / 2, y + high / 2]).toEqual([width / 2, height / 2]);
    expect(shaped).toContain(' width="1200"');
    expect(paper).toBe('#fdfcfa');
  });

  it('is refused to what is no diagram', () => {
    expect(() => inShape('<svg width="10"></svg>')).toThrow('no viewBox from 0 0');
  });

  it('is that of the drawn file, on paper, with letters', async () => {
    const image = sharp(await drawn(svg('EKS')));
    expect(await image.metadata()).toMatchObject({ format: 'png', width: 1200, height: 630 });
    const { data, info } = await image.removeAlpha().raw().toBuffer({ resolveWithObject: true });
    const at = (x: number, y: number): number[] => [...data.subarray((y * info.width + x) * 3, (y * info.width + x) * 3 + 3)];
    expect([at(0, 0), at(1199, 629)]).toEqual([
      [0xfd, 0xfc, 0xfa],
      [0xfd, 0xfc, 0xfa],
    ]);
    expect(data.filter((value) => value < 16).length).toBeGreaterThan(1000);
  });
});

describe('the pictures of a site', () => {
  let folder = '';
  let cache = '';
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'diagrams-'));
    cache = mkdtempSync(path.join(tmpdir(), 'pictures-'));
    for (const [name, word] of [
      ['amazon-eks.auto-mode.svg', 'auto'],
      ['amazon-eks.fargate.svg', 'fargate'],
      ['amazon-eks.svg', 'auto'],
      ['dark.css', ''],
    ] as const)
      writeFileSync(path.join(folder, name), word);
  });
  afterEach(() => {
    for (const each of [folder, cache]) rmSync(each, { recursive: true, force: true });
  });
  const png = (text: string): Buffer =>
    Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), Buffer.from(text), Buffer.from('\0\0\0\0IEND\xae\x42\x60\x82', 'latin1')]);
  const draw = (text: string): Promise<Buffer> => Promise.resolve(png(text));
  const picture = (name: string): Buffer => readFileSync(path.join(folder, name));
  const cached = (): string[] => readdirSync(cache).map((name) => path.join(cache, name));
  const pictures = (): string[] =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.png'))
      .sort();

  it('are one for each thing that is shown', async () => {
    expect(await writeLinkPictures(folder, cache, draw)).toEqual({ all: 2, drawn: 2 });
    expect(pictures()).toEqual(['amazon-eks.fargate.png', 'amazon-eks.png']);
    expect(picture('amazon-eks.png')).toEqual(png('auto'));
  });

  it('are drawn again only where the diagram changed, and what none has needed for long is forgotten', async () => {
    await writeLinkPictures(folder, cache, draw);
    writeFileSync(path.join(folder, 'amazon-eks.fargate.svg'), 'changed');
    writeFileSync(path.join(folder, 'amazon-eks.svg'), '@font-face { src: other }auto');
    writeFileSync(path.join(folder, 'amazon-eks.auto-mode.svg'), '@font-face { src: other }auto');
    expect(await writeLinkPictures(folder, cache, draw)).toEqual({ all: 2, drawn: 1 });
    expect(picture('amazon-eks.fargate.png')).toEqual(png('changed'));
    expect(cached()).toHaveLength(3);
    for (const file of cached()) utimesSync(file, 0, 0);
    writeFileSync(path.join(cache, 'cut-short.png.x.new'), '');
    // Those that are needed count as new from then on.
    expect(await writeLinkPictures(folder, cache, draw)).toEqual({ all: 2, drawn: 0 });
    expect(cached().filter((file) => file.endsWith('.png'))).toHaveLength(2);
    expect(cached().every((file) => statSync(file).mtimeMs > 0)).toBe(true);
    expect(cached()).toHaveLength(3);
  });

  it('are left to another build at the same time, which draws others', async () => {
    await writeLinkPictures(folder, cache, draw);
    for (const name of ['amazon-eks.svg', 'amazon-eks.auto-mode.svg', 'amazon-eks.fargate.svg'])
      writeFileSync(path.join(folder, name), `${name} of another address`);
    expect(await writeLinkPictures(folder, cache, draw)).toEqual({ all: 3, drawn: 3 });
    expect(cached()).toHaveLength(5);
  });

  it('are drawn again where what was kept is cut short or no picture', async () => {
    await writeLinkPictures(folder, cache, draw);
    const [one = '', other = ''] = cached();
    writeFileSync(one, readFileSync(one).subarray(0, 12));
    writeFileSync(other, '');
    expect(await writeLinkPictures(folder, cache, draw)).toEqual({ all: 2, drawn: 2 });
    expect([picture('amazon-eks.png'), picture('amazon-eks.fargate.png')]).toEqual([png('auto'), png('fargate')]);
    expect(await writeLinkPictures(folder, cache, draw)).toEqual({ all: 2, drawn: 0 });
  });

  it('are drawn again where what was kept goes while it is looked for', async () => {
    await writeLinkPictures(folder, cache, draw);
    // The longest name is drawn first, and takes the others away.
    writeFileSync(path.join(folder, 'amazon-eks.fargate-and-nodes.svg'), 'new');
    const before = cached();
    const taking = (text: string): Promise<Buffer> => {
      if (text === 'new') for (const file of before) rmSync(file);
      return draw(text);
    };
    await writeLinkPictures(folder, cache, taking);
    expect(['amazon-eks.fargate-and-nodes.png', 'amazon-eks.png', 'amazon-eks.fargate.png'].map(picture)).toEqual(
      ['new', 'auto', 'fargate'].map(png),
    );
  });

  it('never stand half written under the name by which they are kept: they get it once they are whole', async () => {
    await writeLinkPictures(folder, cache, draw);
    const [one = ''] = cached();
    writeFileSync(one, 'cut short');
    // Another name of the same file, which writing in its place would change too.
    const same = path.join(cache, 'same');
    linkSync(one, same);
    await writeLinkPictures(folder, cache, draw);
    expect(readFileSync(same, 'utf8')).toBe('cut short');
    expect(readFileSync(one, 'latin1')).toContain('PNG');
  });
});
