// Installs what draws flowcharts, once: Mermaid and what it needs are a hundred megabytes that most people never use.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';

/** @throws Error if the packages cannot be installed */
export function installFlowcharts(root: string = process.cwd()): void {
  const here = path.join(root, 'src/flowcharts');
  if (existsSync(path.join(here, 'node_modules/mermaid'))) return;
  process.stderr.write('Installing Mermaid, which draws the flowcharts …\n');
  execFileSync('npm', ['ci', '--silent'], { cwd: here, stdio: ['ignore', 2, 2], shell: process.platform === 'win32' });
}
