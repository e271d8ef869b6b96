// A control for tests; give it what matters.
import type { Control } from './control.ts';

export const controlOf = (id: string, more: Partial<Control> = {}): Control => ({
  id,
  shows: 'instances encrypt their storage',
  severity: 'medium',
  rule: 'rds-storage-encrypted',
  identifier: 'RDS_STORAGE_ENCRYPTED',
  types: ['AWS::RDS::DBInstance'],
  parameters: {},
  duties: [],
  source: 'https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html#rds-3',
  ...more,
});
