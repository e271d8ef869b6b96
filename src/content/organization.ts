// Reads the overlay of a company: its file, the logo and the pages beside it. There is none unless a company puts it there.
import { existsSync, lstatSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { assertOrganization } from '../model/organization/assert.ts';
import type { Nameable } from '../model/organization/assert.ts';
import { place } from '../model/problem.ts';
import type { Problem, SourceFile } from '../model/problem.ts';
import { organizationKeys, organizationSchema } from '../model/record/schema/organization.ts';
import type { OrganizationRecord } from '../model/record/schema/organization.ts';
import { parse } from '../model/record/shape.ts';
import { pathTo } from '../model/root.ts';
import { readText, refusalOf, statsOf } from './files.ts';
import { parsePage } from './guide.ts';
import type { GuidePage } from './guide.ts';
import { logoFault } from './logo.ts';
import { parseYaml } from './yaml.ts';

/** The variable that says where the overlay lies: a file, or a folder that holds `organization.yaml`. */
export const overlayVariable = 'TIDELINE_OVERLAY';
const usual = 'organization.yaml';

/** Where an overlay lies. */
export interface OverlayPlace {
  /** Absolute. */
  readonly folder: string;
  readonly name: string;
  /** The folder as messages say it: as it was given, with a slash at its end; empty for the working directory. */
  readonly shown: string;
}

/** A page of the course that is the company's own. */
export interface CompanyPage extends GuidePage {
  /** Its file, absolute. */
  readonly source: string;
}

/** An overlay, checked. */
export interface Organization extends OrganizationRecord {
  readonly picture: { /** Its address. */ readonly href: string; /** Absolute. */ readonly file: string } | undefined;
  readonly lessons: readonly CompanyPage[];
}

/**
 * Says where the overlay lies; undefined where there is none.
 * @param root the project
 * @param given what {@link overlayVariable} says: a path, absolute or from the working directory
 */
export function overlayPlace(root: string, given = process.env[overlayVariable]): OverlayPlace | undefined {
  if (given === undefined || given.trim() === '') {
    const folder = path.join(root, 'content');
    return existsSync(path.join(folder, usual)) ? { folder, name: usual, shown: 'content/' } : undefined;
  }
  const whole = path.resolve(given);
  const isFolder = statsOf(whole)?.isDirectory() ?? false;
  const parent = isFolder ? given : path.dirname(given);
  const shown = path.posix.join(parent.replaceAll('\\', path.posix.sep), path.posix.sep);
  return isFolder ? { folder: whole, name: usual, shown } : { folder: path.dirname(whole), name: path.basename(whole), shown };
}

/** The overlay's file, and those that it names. */
export function overlayFiles({ folder, name }: OverlayPlace, record: OrganizationRecord | undefined): string[] {
  return [name, ...(record?.pages ?? []), ...(record?.logo === undefined ? [] : [record.logo])].map((each) => path.join(folder, each));
}

/** What was read of an overlay. */
export interface OverlayRead {
  readonly file: SourceFile;
  readonly record: OrganizationRecord | undefined;
  readonly lessons: readonly CompanyPage[];
}

/** Reads an overlay with its pages, and holds its logo against what a logo may be. What is wrong is added to the problems. */
export function readOverlay(at: OverlayPlace, problems: Problem[]): OverlayRead {
  const own: Problem[] = [];
  const text = readBeside(at, at.name, own);
  const file = text === undefined ? unreadable(at) : parseYaml(at.name, text, own);
  problems.push(...own.map((each) => ({ ...each, file: `${at.shown}${each.file}` })));
  const shown: SourceFile = { ...file, path: `${at.shown}${at.name}` };
  const record = file.unreadable === true ? undefined : parse(shown, organizationSchema, problems, organizationKeys);
  if (!record) return { file: shown, record, lessons: [] };
  const { logo } = record;
  if (logo !== undefined) {
    const fault = pictureFault(path.join(at.folder, logo), logo);
    if (fault) problems.push({ file: place(shown, ['logo']), field: 'logo', found: `${logo}: ${fault.found}`, remedy: fault.remedy });
  }
  const lessons = record.pages.flatMap((name, index) => readLesson(at, shown, name, index, problems));
  return { file: shown, record, lessons };
}

const unreadable = ({ name }: OverlayPlace): SourceFile => ({ path: name, value: undefined, unreadable: true });

/** As {@link readText}, with a remedy for what was never there. */
function readBeside({ folder }: OverlayPlace, name: string, problems: Problem[]): string | undefined {
  const own: Problem[] = [];
  const text = readText(folder, name, own);
  const remedy = `put it there, or correct ${overlayVariable}: it names the overlay, or the folder that holds ${usual}`;
  problems.push(...own.map((each) => (each.remedy === 'restore it' ? { ...each, remedy } : each)));
  return text;
}

function pictureFault(file: string, name: string): { readonly found: string; readonly remedy: string } | undefined {
  try {
    if (!lstatSync(file).isFile()) return { found: 'no ordinary file', remedy: 'put the picture itself beside the overlay' };
    return logoFault(readFileSync(file), name.replace(/^.*\./u, ''));
  } catch (error) {
    return { ...refusalOf(error), remedy: 'put the picture beside the overlay, or leave out the logo' };
  }
}

function readLesson(at: OverlayPlace, overlay: SourceFile, name: string, index: number, problems: Problem[]): CompanyPage[] {
  const field = `pages.${index}`;
  if (!existsSync(path.join(at.folder, name))) {
    const found = `${name}: no such file`;
    problems.push({
      file: place(overlay, ['pages', index]),
      field,
      found,
      remedy: 'put it beside the overlay, or take it out of the list',
    });
    return [];
  }
  const own: Problem[] = [];
  const text = readText(at.folder, name, own);
  problems.push(...own.map((each) => ({ ...each, file: `${at.shown}${each.file}` })));
  const page = text === undefined ? undefined : parsePage(`${at.shown}${name}`, text, problems);
  if (!page) return [];
  if (page.lesson !== undefined)
    problems.push({
      file: page.file,
      field: 'lesson',
      found: String(page.lesson),
      remedy: 'remove it: the list of pages in the overlay is the order of your own, after our lessons',
    });
  const id = path.basename(name).replace(/\.mdx?$/u, '');
  return [{ ...page, id, company: true, href: pathTo(`/guide/company/${id}/`), source: path.join(at.folder, name) }];
}

/** The whole overlay out of what was read of it; what it names and is not there is added to the problems. */
export function wholeOverlay(at: OverlayPlace, read: OverlayRead, nameable: Nameable, problems: Problem[]): Organization | undefined {
  const { file, record, lessons } = read;
  if (!record) return undefined;
  problems.push(...assertOrganization(file, record, nameable));
  const { logo } = record;
  const picture =
    logo === undefined
      ? undefined
      : { href: pathTo(`/diagrams/organization/logo.${logo.replace(/^.*\./u, '')}`), file: path.join(at.folder, logo) };
  return { ...record, picture, lessons };
}

/** The bytes of the logo, which was checked as the overlay was read. */
export function readLogo(organization: Organization | undefined): ArrayBuffer {
  if (!organization?.picture) throw new Error('the overlay names no logo, so that nothing asks for it');
  return new Uint8Array(readFileSync(organization.picture.file)).buffer;
}
