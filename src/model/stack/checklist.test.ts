import { expect, it } from 'vitest';
import { getContent } from '../../content/load.ts';
import { namesIn } from '../split/names.ts';
import { checklistOf } from './checklist.ts';

it('lists what a way to run a service asks of you as tasks, the most urgent first, each with layer and source', () => {
  const { catalog, controls } = getContent();
  const service = catalog.services.find(({ id }) => id === 'amazon-ebs');
  const option = service?.options[0];
  if (!service || !option) throw new Error('there is no EBS');
  const member = { key: 'amazon-ebs.default', name: 'Amazon EBS', listed: 'Amazon EBS', href: '/services/amazon-ebs/' };
  const text = checklistOf(namesIn(catalog), { member, cells: option.cells }, 'https://tideline.example/services/amazon-ebs/', controls);
  const tasks = text.split('\n').filter((line) => line.startsWith('- [ ] '));
  const yours = Object.values(option.cells).filter(({ party }) => party === 'customer' || party === 'shared');
  expect(tasks).toHaveLength(yours.length);
  expect(text).toMatch(/^# What you need to do for Amazon EBS\n\n<https:\/\/tideline\.example\/services\/amazon-ebs\/>\n/u);
  expect(tasks.filter((task) => !/^- \[ \] \*\*[^*]+\*\*: .+ \(Amazon EBS\)$/u.test(task))).toEqual([]);
  expect(text.match(/\]\(https:\/\/docs\.aws\.amazon\.com\//gu)?.length ?? 0).toBeGreaterThanOrEqual(tasks.length);
  const order = [...text.matchAll(/^## (.+) \(\d+\)$/gmu)].map(([, name]) => name);
  expect(text).toContain(
    'Can show whether it is done: [EC2.3](https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-3)',
  );
  expect(order.indexOf('Not until you ask')).toBeLessThan(order.length - 1);
});
