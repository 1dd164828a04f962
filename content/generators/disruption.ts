import 'server-only';
import { defineGenerator } from '@/lib/quiz/generator';
import { apply, at, workload } from './manifests';

const allowed = defineGenerator({
  id: 'pdb-disruptions-allowed',
  concept: 'pod-disruption-budgets',
  claims: [],
  kind: 'numeric',
  draw: (draw) => {
    const name = draw.name();
    const nodes = draw.nodes(3);
    const [image] = draw.images(name);
    const replicas = draw.int(3, 7);
    const field = draw.pick(['minAvailable', 'maxUnavailable']);
    const value = draw.pick<number | string>([1, 2, '25%', '30%', '50%', '75%']);
    const sick = draw.pick([0, 0, 1, 2]);
    const budget = (round: (value: number) => number) => {
      const of = typeof value === 'number' ? value : round((Number.parseInt(value, 10) * replicas) / 100);
      return Math.max(0, field === 'minAvailable' ? replicas - sick - of : of - sick);
    };
    const state = sick === 0 ? 'all are Ready' : `${replicas - sick} are Ready, ${sick} not`;
    const stateZh = sick === 0 ? '全部就绪' : `${replicas - sick} 个就绪，${sick} 个未就绪`;
    return {
      kind: 'numeric',
      question: {
        en: `StatefulSet \`${name}\` (\`${image}\`) has ${replicas} Pods; ${state}. A PodDisruptionBudget for them says \`${field}: ${value}\`. How many disruptions does it allow now?`,
        zh: `StatefulSet \`${name}\`（\`${image}\`）有 ${replicas} 个 Pod，${stateZh}。它们的 PodDisruptionBudget 写着 \`${field}: ${value}\`。现在它允许几次干扰？`,
      },
      reads: { object: `PodDisruptionBudget/${name}`, path: 'status.disruptionsAllowed', atMs: 60_000 },
      because: {
        en: 'Healthy Pods less the number that must stay. Percentages of both fields are rounded up; what is down already is used up.',
        zh: '健康的 Pod 数减去必须留下的数。两个字段的百分比都向上取整；已经不健康的，就算已经用掉了。',
      },
      wrong: [
        {
          answer: budget(Math.floor),
          because: {
            en: 'A percentage of a budget is rounded up, in both fields.',
            zh: '预算的百分比向上取整，两个字段都是如此。',
          },
          misconception: 'pdb-rounds-down',
        },
        {
          answer: budget(Math.ceil) + sick,
          because: {
            en: 'Pods that are not Ready count as disrupted already.',
            zh: '未就绪的 Pod 已经算作受干扰了。',
          },
          misconception: 'pdb-ignores-unready-pods',
        },
        {
          answer:
            typeof value === 'number' ? value : Math.ceil((Number.parseInt(value, 10) * replicas) / 100),
          because: {
            en: '`minAvailable` is what must stay; `maxUnavailable` counts what is down already.',
            zh: '`minAvailable` 说的是必须留下多少；`maxUnavailable` 要把已经不健康的算进去。',
          },
          misconception: 'min-available-is-what-may-go',
        },
        {
          answer: replicas - sick,
          because: {
            en: 'So many are healthy. The budget keeps some of them.',
            zh: '健康的有这么多，但预算要留住其中一些。',
          },
          misconception: 'pdb-does-not-hold-voluntary-evictions',
        },
      ],
      hints: [
        {
          en: 'How many Pods have to stay healthy? How many are?',
          zh: '必须有几个 Pod 保持健康？现在健康的有几个？',
        },
      ],
      explanation: {
        en: '`kubectl drain` evicts through this budget and waits when it is 0. Deleting a Pod directly, and rollouts, do not ask it.',
        zh: '`kubectl drain` 的驱逐要经过这个预算，为 0 就等着。直接删除 Pod、滚动更新都不会问它。',
      },
      run: {
        nodes,
        subject: `PodDisruptionBudget/${name}`,
        commands: [
          ...at(
            0,
            apply(workload('StatefulSet', name, image, { replicas, podManagementPolicy: 'Parallel' })),
            apply({
              apiVersion: 'policy/v1',
              kind: 'PodDisruptionBudget',
              metadata: { name },
              spec: { selector: { matchLabels: { app: name } }, [field]: value },
            }),
          ),
          ...at(
            30_000,
            ...Array.from({ length: sick }, (_, i) => ({
              verb: 'failReadiness' as const,
              pod: `${name}-${i}`,
            })),
          ),
        ],
      },
    };
  },
});

export const disruption = [allowed];
