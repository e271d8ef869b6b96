// `npm run draw-flowcharts`: draws the flowcharts of the guide, each content/guide/diagrams/<name>.mmd to <name>.svg.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import { drawFlowchart } from '../src/flowcharts/draw.ts';
import { drawnFile, folder, prefixOf } from '../src/flowcharts/flowchart.ts';
import { installFlowcharts } from '../src/flowcharts/install.ts';

installFlowcharts();
for (const file of readdirSync(folder).filter((name) => name.endsWith('.mmd'))) {
  const name = file.replace(/\.mmd$/u, '');
  const source = readFileSync(`${folder}/${file}`, 'utf8');
  try {
    const { svg } = await drawFlowchart(source, prefixOf(name), '');
    writeFileSync(`${folder}/${name}.svg`, drawnFile(source, svg));
    process.stdout.write(`Wrote ${folder}/${name}.svg\n`);
  } catch (error) {
    process.stderr.write(`${folder}/${file}: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}
