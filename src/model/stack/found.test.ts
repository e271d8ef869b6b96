import { expect, it } from 'vitest';
import { servicesIn, stackOf } from './found.ts';

it('the address of a stack names each way once', () => {
  expect(stackOf(['amazon-rds', 'amazon-eks.fargate', 'amazon-rds'])).toBe('/stack/?services=amazon-rds,amazon-eks.fargate');
  expect(servicesIn(['amazon-rds', 'amazon-eks.fargate', 'amazon-eks'])).toBe(2);
});
