// The poster as a PDF of A2, which prints on A3 too: vectors, real text, links, and tags that say it aloud.
import bold from '@expo-google-fonts/source-sans-3/700Bold/SourceSans3_700Bold.ttf?inline';
import regular from '@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf?inline';
import PDFDocument from 'pdfkit';
import { fingerprintPaths } from '../scenes/fingerprint.ts';
import type { PosterScene, PosterStrip, PosterText } from '../scenes/poster.ts';

/** Colours by the class of a shape and the kind of a text. */
export interface PosterLooks {
  readonly fillOf: (kind: string) => string;
  readonly lookOf: (kind: PosterText['kind']) => { readonly colour: string; readonly bold: boolean };
  readonly rule: { readonly width: number; readonly colour: string };
}

/** Points for a quarter of a millimetre. */
const unit = 72 / 25.4 / 4;

/** The bytes of a file that Vite has put in line. */
const bytesOf = (inline: string): Buffer => Buffer.from(inline.slice(inline.indexOf(',') + 1), 'base64');

/**
 * Draws the scene.
 * @param day the day that the file says it was made on: the same facts make the same file
 * @returns the bytes of a PDF
 */
export async function posterPdf(scene: PosterScene, day: string, looks: PosterLooks): Promise<Uint8Array> {
  const document = new PDFDocument({
    size: [scene.width * unit, scene.height * unit],
    margin: 0,
    pdfVersion: '1.7',
    tagged: true,
    lang: 'en-GB',
    displayTitle: true,
    info: { Title: scene.title, Subject: scene.description, Author: 'Tideline', CreationDate: new Date(`${day}T00:00:00Z`) },
  });
  const chunks: Uint8Array[] = [];
  document.on('data', (chunk: Uint8Array) => chunks.push(chunk));
  const done = new Promise<void>((resolve, reject) => {
    document.on('end', resolve);
    document.on('error', reject);
  });
  document.registerFont('bold', bytesOf(bold));
  document.registerFont('regular', bytesOf(regular));
  document.scale(unit);
  draw(document, scene, looks);
  document.end();
  await done;
  return Buffer.concat(chunks);
}

type Pdf = InstanceType<typeof PDFDocument>;

function draw(document: Pdf, scene: PosterScene, looks: PosterLooks): void {
  const { fillOf, rule } = looks;
  document.rect(0, 0, scene.width, scene.height).fill(fillOf('paper'));
  const root = document.struct('Document');
  document.addStructure(root);
  const say = (type: string, parts: readonly PosterText[], alt?: string): void => {
    root.add(
      document.struct(type, alt === undefined ? {} : { alt }, () => {
        for (const part of parts) drawText(document, part, looks);
      }),
    );
  };
  for (const text of scene.texts) say(text.kind === 'title' ? 'H1' : 'P', [text]);
  for (const strip of [scene.key.strip, ...scene.key.examples]) {
    root.add(
      document.struct('Figure', { alt: strip.name }, () => {
        drawStrip(document, strip, looks);
      }),
    );
    say('P', strip.texts);
  }
  say('P', scene.key.texts);
  for (const { rule: line, text, strips, continued } of scene.heads) {
    document.moveTo(line.x0, line.y).lineTo(line.x1, line.y).lineWidth(rule.width).stroke(rule.colour);
    say(continued ? 'P' : 'H2', [text]);
    for (const strip of strips) {
      root.add(
        document.struct('Figure', { alt: `${strip.name}. ${strip.print.spoken}` }, () => {
          drawStrip(document, strip, looks);
        }),
      );
      say('P', strip.texts);
      document.link(strip.x, strip.y, strip.print.width * strip.scale, strip.print.height * strip.scale, strip.href);
    }
  }
  root.end();
}

function drawStrip(document: Pdf, { x, y, scale, print }: PosterStrip, { fillOf }: PosterLooks): void {
  document.save().translate(x, y).scale(scale);
  document.rect(0, 0, print.width, print.height).fill(fillOf('track'));
  for (const { kind, d } of fingerprintPaths(print.cells)) document.path(d).fill(fillOf(kind), 'even-odd');
  document.restore();
}

function drawText(document: Pdf, { x, y, size, kind, anchor, text }: PosterText, { lookOf }: PosterLooks): void {
  const { colour, bold: heavy } = lookOf(kind);
  document
    .font(heavy ? 'bold' : 'regular')
    .fontSize(size)
    .fillColor(colour);
  const width = anchor === 'start' ? 0 : document.widthOfString(text);
  document.text(text, anchor === 'end' ? x - width : x - width / 2, y, { lineBreak: false, baseline: 'alphabetic' });
}
