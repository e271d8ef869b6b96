// Setup of the unit tests. Installs Mermaid, because the tests of the flowcharts draw each picture again to compare it.
import { installFlowcharts } from '../src/flowcharts/install.ts';

export default function setup(): void {
  installFlowcharts();
}
