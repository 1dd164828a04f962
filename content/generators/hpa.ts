import 'server-only';
import { defineGenerator } from '@/lib/quiz/generator';
import { apply, at, container, workload } from './manifests';

const desired = defineGenerator({
  id: 'hpa-desired-replicas',
  concept: 'hpa-formula',
  claims: [],
  kind: 'numeric',
  draw: (draw) => {
    const name = draw.name();
    const nodes = draw.nodes(3);
    const [image] = draw.images(name);
    const replicas = draw.int(2, 6);
    const target = draw.pick([50, 60, 80]);
    const usage = draw.pick([40, 55, 65, 75, 85, 90, 130, 170]);
    draw.need(usage > target * 0.9);
    const most = draw.pick([20, 20, replicas + 1]);
    const formula = Math.ceil((replicas * usage) / target);
    return {
      kind: 'numeric',
      question: {
        en: `A HorizontalPodAutoscaler keeps StatefulSet \`${name}\` (\`${image}\`) at \`averageUtilization: ${target}\` of the CPU request, \`maxReplicas: ${most}\`. It has ${replicas} Ready Pods; each requests 200m and now uses ${usage * 2}m. What does the next sync set as replicas?`,
        zh: `HorizontalPodAutoscaler 让 StatefulSet \`${name}\`（\`${image}\`）的 CPU 保持在请求值的 \`averageUtilization: ${target}\`，\`maxReplicas: ${most}\`。现在有 ${replicas} 个就绪的 Pod，每个请求 200m，正在使用 ${usage * 2}m。下一次同步会把副本数设为多少？`,
      },
      reads: { object: `HorizontalPodAutoscaler/${name}`, path: 'status.desiredReplicas', atMs: 416_000 },
      because: {
        en: 'replicas × usage ÷ target, rounded up. Within 10 % of the target nothing changes; `maxReplicas` and the scale-up policy (double, or 4 more) bound it.',
        zh: '副本数 × 使用率 ÷ 目标值，向上取整。与目标相差不到 10% 时不变；结果还受 `maxReplicas` 和扩容策略（翻倍或加 4 个）限制。',
      },
      wrong: [
        {
          answer: Math.floor((replicas * usage) / target),
          because: { en: 'The result is rounded up.', zh: '结果向上取整。' },
          misconception: 'hpa-rounds-down',
        },
        {
          answer: replicas + 1,
          because: {
            en: 'The autoscaler goes to the number of the formula at once, not one by one.',
            zh: '自动扩缩器一次就到公式算出的数，不是一个一个加。',
          },
          misconception: 'hpa-adds-one-at-a-time',
        },
        {
          answer: formula,
          because: {
            en: 'That is the formula alone. A ratio within 0.1 of 1 changes nothing; `maxReplicas` and what one step may add bound the result.',
            zh: '这只是公式的结果。比值与 1 相差不到 0.1 时不变；结果还受 `maxReplicas` 和一步最多能加多少的限制。',
          },
          misconception: 'hpa-formula-has-no-bounds',
        },
        {
          answer: Math.ceil((replicas * usage) / 100),
          because: {
            en: 'Usage is compared with the target, not with the whole request.',
            zh: '使用率是和目标值比，不是和整个请求值比。',
          },
          misconception: 'hpa-compares-with-the-request',
        },
        {
          answer: replicas,
          because: {
            en: 'Usage is above the target by more than a tenth: the autoscaler acts.',
            zh: '使用率比目标高出一成以上：自动扩缩器会动作。',
          },
          misconception: 'hpa-waits-for-full-use',
        },
      ],
      hints: [
        { en: 'How large is usage ÷ target? Is that near 1?', zh: '使用率 ÷ 目标值是多少？接近 1 吗？' },
      ],
      explanation: {
        en: 'The default behavior lets the replicas double, or grow by 4 Pods, every 15 s, whichever is more. Scaling down looks back over 300 s and takes the highest result.',
        zh: '默认行为下，每 15 秒最多翻倍或增加 4 个 Pod，取较大者。缩容时回看 300 秒，取其中最大的结果。',
      },
      run: {
        nodes,
        subject: `HorizontalPodAutoscaler/${name}`,
        commands: [
          ...at(
            0,
            apply(
              workload(
                'StatefulSet',
                name,
                image,
                { replicas, podManagementPolicy: 'Parallel' },
                { containers: [container(image, { resources: { requests: { cpu: '200m' } } })] },
              ),
            ),
          ),
          ...at(
            400_000,
            {
              verb: 'metrics',
              usage: Object.fromEntries(
                Array.from({ length: replicas }, (_, i) => [`${name}-${i}`, { cpu: `${usage * 2}m` }]),
              ),
            },
            apply({
              apiVersion: 'autoscaling/v2',
              kind: 'HorizontalPodAutoscaler',
              metadata: { name },
              spec: {
                scaleTargetRef: { apiVersion: 'apps/v1', kind: 'StatefulSet', name },
                minReplicas: 1,
                maxReplicas: most,
                metrics: [
                  {
                    type: 'Resource',
                    resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: target } },
                  },
                ],
              },
            }),
          ),
        ],
      },
    };
  },
});

export const hpa = [desired];
