import { expect, it } from 'vitest';
import { lostEvent, tellingFaults } from './pagefind-faults.ts';

const code =
  'decompress(){if(x){console.error(`Decompressing ${file} appears to have failed: Missing signature`);return data;}}' +
  'load(){try{f()}catch(e){console.error(`Failed to load the index chunk ${url}: ${e?.toString()}`);}}' +
  'constructor(){this.init(options2?.language);}debouncedSearch(){this.preload(term,options2);}';

it('tells the page of a part of the index that is none', () => {
  const changed = tellingFaults(code);
  expect(changed).toContain(`catch(e){dispatchEvent(new Event("${lostEvent}"));console.error(\`Failed`);
  expect(changed).toContain('throw new Error(`${file} is no part of an index`)');
  expect(changed).not.toContain('return data;');
  expect(changed).toContain('this.init(options2?.language).catch(()=>{});}');
  expect(changed).toContain('this.preload(term,options2).catch(()=>{});');
});

it('fails where Pagefind is another, so that a new version is looked at', () => {
  expect(() => tellingFaults('')).toThrow("Pagefind's code is another now");
  expect(() => tellingFaults(code + code)).toThrow("Pagefind's code is another now");
});
