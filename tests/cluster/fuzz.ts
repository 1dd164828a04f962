import { Cluster } from '@/lib/cluster/cluster';
import { Anything } from './anything';
import { Bounds, wellAtRest } from './bounds';

export const commandsEach = 7;

/** Does what a seed says, and holds the bounds after each step. Throws with the seed and the commands. */
export function run(seed: number): { readonly refused: number } {
  const nodes = [{ name: 'node-1' }, { name: 'node-2', cpu: '2' }];
  const cluster = new Cluster({ seed, nodes });
  const anything = new Anything(seed);
  const bounds = new Bounds(cluster);
  let refused = 0;
  try {
    for (let i = 0; i < commandsEach; i++) {
      const result = cluster.do(anything.next(cluster));
      if (!result.ok) {
        refused++;
        const { code, reason, message } = result.status;
        // What is no decision of the API server's has a code and no reason.
        if (!message || (!reason && code !== 500)) throw new Error('a refusal says nothing');
      }
      bounds.see();
      const untilMs = cluster.nowMs + anything.waitMs();
      while (cluster.step(untilMs)) bounds.see();
      cluster.run(untilMs);
    }
    const untilMs = cluster.nowMs + 10_000;
    while (cluster.step(untilMs)) bounds.see();
    wellAtRest(cluster);
  } catch (error) {
    const commands = cluster.commands.map(({ atMs, command }) => `${atMs} ${JSON.stringify(command)}`);
    throw new Error(
      `seed ${seed} at ${cluster.nowMs} ms: ${error instanceof Error ? error.stack : error}\n${commands.join('\n')}`,
    );
  }
  return { refused };
}
