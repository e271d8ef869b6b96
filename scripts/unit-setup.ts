// Before the unit tests: those of the flowcharts draw each picture again, to see that it is what Mermaid draws today.
import { installFlowcharts } from '../src/flowcharts/install.ts';

export default function setup(): void {
  installFlowcharts();
}
