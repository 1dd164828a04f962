// @vitest-environment happy-dom
import { render } from '@testing-library/react';
import { expect, test } from 'vitest';
import { Scene } from '@/app/_ui/cluster/scene';
import { labWords } from '@/app/_ui/lab/words';
import { cluster, podOf, workload } from './scene-views';

const keeper = 'ReplicaSet/default/keeper';

test('a Pod is named by what its controller put behind its own name, an adopted one by the name that it came with', () => {
  const view = cluster({
    workloads: [workload(keeper)],
    pods: [podOf(keeper, 'keeper-x7s5w', 1), podOf(keeper, 'apache-1', 2), podOf(undefined, 'bare-1', 3)],
  });
  const { container } = render(<Scene view={view} width={900} words={labWords.en} />);
  const said = [...container.querySelectorAll('svg text')].map(({ textContent }) => textContent);
  const has = (name: string) => said.some((text) => text?.split(' ')[0] === name);
  expect(['x7s5w', 'apache-1', 'bare-1'].filter((name) => !has(name))).toEqual([]);
  expect(has('1')).toBe(false);
});
