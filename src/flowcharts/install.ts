// Installs Mermaid and its dependencies on first use, because they take 100 MB that most contributors never need.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';

/**
 * Does nothing if Mermaid is already installed.
 * @throws Error if the packages cannot be installed
 */
export function installFlowcharts(root: string = process.cwd()): void {
  const here = path.join(root, 'src/flowcharts');
  if (existsSync(path.join(here, 'node_modules/mermaid'))) return;
  process.stderr.write('Installing Mermaid, which draws the flowcharts …\n');
  execFileSync('npm', ['ci', '--silent'], { cwd: here, stdio: ['ignore', 2, 2], shell: process.platform === 'win32' });
}
