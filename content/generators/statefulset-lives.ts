import 'server-only';
import { defineGenerator } from '@/lib/quiz/generator';
import { deletePod } from '../commands';
import { apply, at, claimTemplates, cordon, scale, setImage, workload } from './manifests';

const service = (name: string) => ({
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name },
  spec: { clusterIP: 'None', selector: { app: name }, ports: [{ port: 80 }] },
});

const uids = defineGenerator({
  id: 'statefulset-uids',
  concept: 'statefulset-identity',
  claims: ['statefulset-05'],
  kind: 'numeric',
  draw: (draw) => {
    const name = draw.name();
    const nodes = draw.nodes(2);
    const [image] = draw.images(name);
    const replicas = draw.int(2, 5);
    const deleted = Array.from({ length: draw.int(1, 4) }, () => `${name}-${draw.int(0, replicas - 1)}`);
    const list = deleted.map((pod) => `\`${pod}\``);
    return {
      kind: 'numeric',
      question: {
        en: `StatefulSet \`${name}\` (\`${image}\`) has ${replicas} Ready Pods. These are deleted, each when all are Ready again: ${list.join(', ')}. How many different UIDs have the Pods of the set had since it was created?`,
        zh: `StatefulSet \`${name}\`（\`${image}\`）有 ${replicas} 个就绪的 Pod。依次删除 ${list.join('、')}，每次都等全部就绪之后再删下一个。从创建到现在，它的 Pod 一共有过几个不同的 UID？`,
      },
      reads: { created: { kind: 'Pod' }, fromMs: 0, untilMs: 180_000 },
      because: {
        en: 'Each Pod is an object of its own with its own UID. The successor of a deleted Pod takes over the name, nothing else of the object.',
        zh: '每个 Pod 都是一个独立的对象，有自己的 UID。被删除的 Pod 的后继只沿用名字，对象是新的。',
      },
      wrong: [
        {
          answer: replicas,
          because: {
            en: 'So many names there are. A name that comes back belongs to a new object.',
            zh: '这是名字的个数。名字再次出现时，背后是一个新的对象。',
          },
          misconception: 'uid-stays-with-the-name',
        },
      ],
      hints: [
        {
          en: 'Count objects, not names: what does each deletion add?',
          zh: '数的是对象，不是名字：每删除一次会多出什么？',
        },
      ],
      explanation: {
        en: 'The controller creates a Pod whose name is missing. The API server gives every object that is created a UID of its own, and the kubelet gives the new Pod an address of its own.',
        zh: '缺了哪个名字，控制器就创建哪个 Pod。API 服务器给每个新建的对象一个新的 UID，新的 Pod 也会得到新的 IP 地址。',
      },
      run: {
        nodes,
        subject: `StatefulSet/${name}`,
        commands: [
          ...at(0, apply(workload('StatefulSet', name, image, { replicas }))),
          ...deleted.flatMap((pod, i) => at(60_000 + 20_000 * i, deletePod(pod))),
        ],
      },
    };
  },
});

const nodeOfSuccessor = defineGenerator({
  id: 'statefulset-node-of-successor',
  concept: 'statefulset-identity',
  claims: ['statefulset-05'],
  kind: 'numeric',
  draw: (draw) => {
    const name = draw.name();
    const nodes = draw.nodes(2);
    const [full = '', free = ''] = nodes;
    const [image] = draw.images(name);
    const replicas = draw.int(3, 6);
    const ordinals = Array.from({ length: replicas }, (_, ordinal) => ordinal);
    const deleted = draw.some(ordinals, draw.int(1, replicas - 1)).sort((a, b) => a - b);
    const pods = deleted.map((ordinal) => `${name}-${ordinal}`);
    return {
      kind: 'numeric',
      question: {
        en: `All ${replicas} Pods of StatefulSet \`${name}\` (\`${image}\`) run on \`${full}\`. Now \`kubectl cordon ${full}\`; \`${free}\` is free. Then \`kubectl delete pod ${pods.join(' ')}\`. How many Pods of the set run on \`${free}\` a minute later?`,
        zh: `StatefulSet \`${name}\`（\`${image}\`）的 ${replicas} 个 Pod 都在 \`${full}\` 上。现在执行 \`kubectl cordon ${full}\`，\`${free}\` 是空闲的。接着执行 \`kubectl delete pod ${pods.join(' ')}\`。一分钟后，它有几个 Pod 在 \`${free}\` 上运行？`,
      },
      reads: {
        count: { kind: 'Pod', where: { path: 'spec.nodeName', equals: free } },
        atMs: 120_000,
      },
      because: {
        en: 'A successor is a new Pod, and the scheduler chooses its node anew. Pods that run already stay: a cordon only keeps new ones away.',
        zh: '后继是新的 Pod，由调度器重新选节点。已经在运行的 Pod 不动：cordon 只挡住新的 Pod。',
      },
      wrong: [
        {
          answer: 0,
          because: {
            en: 'The name stays, the node does not belong to it. Without a volume that holds it, a Pod may run on any node that fits.',
            zh: '名字不变，节点却不属于名字。没有卷的限制，Pod 可以在任何合适的节点上运行。',
          },
          misconception: 'successor-goes-to-the-same-node',
        },
        {
          answer: replicas,
          because: {
            en: 'A cordon moves nothing. Only the Pods that were deleted have a successor.',
            zh: 'cordon 不会移动任何 Pod。只有被删除的 Pod 才有后继。',
          },
        },
      ],
      hints: [
        {
          en: 'Who chooses the node of a new Pod, and what does it know of the old one?',
          zh: '新 Pod 的节点由谁来选？它知道旧 Pod 在哪里吗？',
        },
      ],
      explanation: {
        en: 'Name and claim follow from the ordinal. The node is chosen for each new Pod; a volume that can be attached to some nodes only narrows that choice.',
        zh: '名字和 PVC 由序号决定。节点则是为每个新 Pod 重新选的；只能挂到某些节点上的卷会缩小选择范围。',
      },
      run: {
        nodes,
        subject: `StatefulSet/${name}`,
        commands: [
          ...at(0, cordon(free, true)),
          ...at(1_000, apply(workload('StatefulSet', name, image, { replicas }))),
          ...at(55_000, cordon(free, false), cordon(full, true)),
          ...at(60_000, ...pods.map(deletePod)),
        ],
      },
    };
  },
});

const noService = defineGenerator({
  id: 'statefulset-no-service',
  concept: 'statefulset-dns',
  claims: ['statefulset-06', 'statefulset-07'],
  kind: 'numeric',
  draw: (draw) => {
    const name = draw.name();
    const nodes = draw.nodes(2);
    const [image] = draw.images(name);
    const replicas = draw.int(2, 5);
    const others = Array.from({ length: draw.int(1, 3) }, () => draw.name());
    const asksPods = draw.pick([true, false]);
    const list = others.map((other) => `\`${other}\``);
    const [what, whatZh] = asksPods ? ['Pods', 'Pod'] : ['Services', 'Service'];
    return {
      kind: 'numeric',
      question: {
        en: `The Services of a namespace are ${list.join(', ')}. A StatefulSet \`${name}\` (\`${image}\`) with \`serviceName: ${name}\` and ${replicas} replicas is created there. How many ${what} are in the namespace a minute later?`,
        zh: `某个名字空间里的 Service 有 ${list.join('、')}。在那里创建 StatefulSet \`${name}\`（\`${image}\`），\`serviceName: ${name}\`，${replicas} 个副本。一分钟后，这个名字空间里有几个 ${whatZh}？`,
      },
      reads: {
        count: asksPods
          ? { kind: 'Pod' }
          : { kind: 'Service', where: { not: { path: 'metadata.name', equals: 'kubernetes' } } },
        atMs: 60_000,
      },
      because: {
        en: 'Nobody checks that the Service exists, and nobody makes it. The Pods start with their names; only their DNS records are missing.',
        zh: '没有谁检查这个 Service 是否存在，也没有谁去创建它。Pod 带着名字照常启动，缺的只是 DNS 记录。',
      },
      wrong: [
        asksPods
          ? {
              answer: 0,
              because: {
                en: 'The API server takes the set, and the controller does not look for the Service.',
                zh: 'API 服务器会接受它，控制器也不会去找这个 Service。',
              },
              misconception: 'service-name-is-checked',
            }
          : {
              answer: others.length + 1,
              because: {
                en: 'The controller makes Pods, claims and revisions. The Service is yours to create.',
                zh: '控制器创建的是 Pod、PVC 和修订版本。Service 要由你创建。',
              },
              misconception: 'controller-makes-the-service',
            },
      ],
      hints: [
        {
          en: 'What does the controller need `serviceName` for when it creates a Pod?',
          zh: '控制器创建 Pod 时，`serviceName` 用在哪里？',
        },
      ],
      explanation: {
        en: '`serviceName` goes into the Pods as `spec.subdomain`. A record `pod.service` appears as soon as a headless Service of that name selects the Pods.',
        zh: '`serviceName` 会写进 Pod 的 `spec.subdomain`。等到有一个同名的无头服务选中这些 Pod，`pod.service` 这样的记录才会出现。',
      },
      run: {
        nodes,
        subject: `StatefulSet/${name}`,
        commands: [
          ...at(0, ...others.map((other) => apply(service(other)))),
          ...at(1_000, apply(workload('StatefulSet', name, image, { replicas }))),
        ],
      },
    };
  },
});

const available = defineGenerator({
  id: 'statefulset-min-ready-seconds',
  concept: 'statefulset-available',
  claims: ['statefulset-10'],
  kind: 'numeric',
  draw: (draw) => {
    const name = draw.name();
    const nodes = draw.nodes(2);
    const [image] = draw.images(name);
    const minReadySeconds = draw.pick([20, 25, 30, 40]);
    const rounds = draw.int(1, 3);
    const replicas = draw.int(rounds + 2, 6);
    const afterS = rounds * (minReadySeconds + 5) + minReadySeconds / 2;
    draw.need(Number.isInteger(afterS));
    const asksTraffic = draw.pick([true, false]);
    const asked = asksTraffic
      ? `How many Pods get traffic from the Service \`${name}\``
      : 'How many Pods has the set';
    const askedZh = asksTraffic ? `，有几个 Pod 从 Service \`${name}\` 得到流量？` : '，它有几个 Pod？';
    return {
      kind: 'numeric',
      question: {
        en: `StatefulSet \`${name}\` (\`${image}\`), OrderedReady, \`minReadySeconds: ${minReadySeconds}\`, ${replicas} replicas. Each Pod is Ready about 3 s after it was created and stays so. ${asked} ${afterS} s after the set was created?`,
        zh: `StatefulSet \`${name}\`（\`${image}\`），OrderedReady，\`minReadySeconds: ${minReadySeconds}\`，${replicas} 个副本。每个 Pod 创建后大约 3 秒就绪，之后一直就绪。StatefulSet 创建 ${afterS} 秒之后${askedZh}`,
      },
      reads: {
        count: asksTraffic ? { kind: 'Pod', where: { ready: true } } : { kind: 'Pod' },
        atMs: 1_000 + afterS * 1_000,
      },
      because: {
        en: `The next Pod is created when the one before it is Available, that is Ready for ${minReadySeconds} s. Traffic goes to each Pod as soon as it is Ready.`,
        zh: `前一个 Pod 可用（Available，也就是连续就绪 ${minReadySeconds} 秒）之后，才创建下一个。流量则是 Pod 一就绪就有。`,
      },
      wrong: [
        {
          answer: replicas,
          because: {
            en: 'That would be so with `minReadySeconds: 0`. Above 0 being Ready is not enough for the next Pod.',
            zh: '`minReadySeconds: 0` 时才是这样。大于 0 时，光是就绪还不够，不会创建下一个。',
          },
          misconception: 'ready-is-available',
        },
        ...(asksTraffic
          ? [
              {
                answer: rounds,
                because: {
                  en: 'So many are Available. The last one is Ready, and that is what the Service asks for.',
                  zh: '这是可用的个数。最后一个已经就绪，而 Service 只看就绪。',
                },
                misconception: 'min-ready-seconds-holds-traffic',
              },
            ]
          : []),
      ],
      hints: [
        {
          en: 'How long does each Pod take from its creation until the next one may be created?',
          zh: '每个 Pod 从创建到允许创建下一个，要多长时间？',
        },
      ],
      explanation: {
        en: 'Ready is what the Service asks, Available is what the controller asks. They differ by `minReadySeconds`.',
        zh: 'Service 看的是就绪，控制器看的是可用，两者之间差 `minReadySeconds`。',
      },
      run: {
        nodes,
        subject: `StatefulSet/${name}`,
        commands: [
          ...at(0, apply(service(name))),
          ...at(1_000, apply(workload('StatefulSet', name, image, { replicas, minReadySeconds }))),
        ],
      },
    };
  },
});

const parallel = defineGenerator({
  id: 'statefulset-parallel-claims',
  concept: 'statefulset-policy',
  claims: ['statefulset-08', 'statefulset-09'],
  kind: 'numeric',
  draw: (draw) => {
    const name = draw.name();
    const nodes = draw.nodes(2);
    const [image] = draw.images(name);
    const before = draw.int(2, 4);
    const after = before + draw.int(1, 4);
    const changes = draw.pick([true, false]);
    const set = (replicas: number, podManagementPolicy: string) =>
      apply(
        workload('StatefulSet', name, image, {
          ...{ replicas, podManagementPolicy },
          volumeClaimTemplates: claimTemplates,
        }),
      );
    const too = changes ? 'and `podManagementPolicy: OrderedReady`' : 'and the same policy';
    const tooZh = changes ? '，`podManagementPolicy: OrderedReady`' : '，策略不变';
    return {
      kind: 'numeric',
      question: {
        en: `StatefulSet \`${name}\` (\`${image}\`) has ${before} replicas, \`podManagementPolicy: Parallel\` and a claim template \`data\`. Then its manifest is applied with \`replicas: ${after}\` ${too}. How many PersistentVolumeClaims are there a minute later?`,
        zh: `StatefulSet \`${name}\`（\`${image}\`）：${before} 个副本，\`podManagementPolicy: Parallel\`，有申领模板 \`data\`。之后重新 apply 它的清单：\`replicas: ${after}\`${tooZh}。一分钟后有几个 PersistentVolumeClaim？`,
      },
      reads: { count: { kind: 'PersistentVolumeClaim' }, atMs: 100_000 },
      because: {
        en: 'Each ordinal has a claim of its own, with Parallel too. A manifest that changes the policy is refused as a whole, replicas and all.',
        zh: '每个序号有自己的 PVC，用 Parallel 也一样。改了策略的清单会整个被拒绝，副本数也不会生效。',
      },
      wrong: [
        ...(changes
          ? [
              {
                answer: after,
                because: {
                  en: '`spec.podManagementPolicy` can not be changed: the API server refuses the manifest, and nothing of it counts.',
                  zh: '`spec.podManagementPolicy` 不能修改：API 服务器拒绝这份清单，其中没有任何内容生效。',
                },
                misconception: 'policy-can-be-changed',
              },
            ]
          : []),
        {
          answer: 1,
          because: {
            en: 'Parallel drops the waiting, not the identity. No two Pods share a claim of the template.',
            zh: 'Parallel 去掉的是等待，不是身份。模板里的 PVC 不会由两个 Pod 共用。',
          },
          misconception: 'parallel-drops-identity',
        },
      ],
      hints: [
        {
          en: 'Two questions: is the manifest taken, and how many ordinals are there then?',
          zh: '分两步想：清单会不会被接受？之后有几个序号？',
        },
      ],
      explanation: {
        en: 'Of a living StatefulSet `replicas`, `template`, `updateStrategy`, `ordinals`, `minReadySeconds`, `revisionHistoryLimit` and the retention policy can be changed, and nothing else of its spec.',
        zh: '已经创建的 StatefulSet，spec 里只能改 `replicas`、`template`、`updateStrategy`、`ordinals`、`minReadySeconds`、`revisionHistoryLimit` 和 PVC 保留策略。',
      },
      run: {
        nodes,
        subject: `StatefulSet/${name}`,
        commands: [
          ...at(0, set(before, 'Parallel')),
          // A run holds no command that the API server refuses: a refused one leaves everything as it is.
          ...(changes ? [] : at(40_000, set(after, 'Parallel'))),
        ],
      },
    };
  },
});

const deleted = defineGenerator({
  id: 'statefulset-deleted-pods',
  concept: 'statefulset-delete',
  claims: ['statefulset-13'],
  kind: 'numeric',
  draw: (draw) => {
    const name = draw.name();
    const nodes = draw.nodes(2);
    const [image] = draw.images(name);
    const replicas = draw.int(3, 7);
    const orphans = draw.pick([false, false, true]);
    const by = orphans ? `kubectl delete sts ${name} --cascade=orphan` : `kubectl delete sts ${name}`;
    return {
      kind: 'numeric',
      question: {
        en: `StatefulSet \`${name}\` (\`${image}\`), OrderedReady, has ${replicas} Ready Pods. Each takes 2 s to end after SIGTERM. How many Pods are Terminating 1 s after \`${by}\`?`,
        zh: `StatefulSet \`${name}\`（\`${image}\`），OrderedReady，有 ${replicas} 个就绪的 Pod，收到 SIGTERM 后都要 2 秒才结束。执行 \`${by}\` 1 秒之后，有几个 Pod 处于 Terminating？`,
      },
      reads: { count: { kind: 'Pod', where: { terminating: true } }, atMs: 61_000 },
      because: orphans
        ? {
            en: 'With `--cascade=orphan` the garbage collector takes the owner reference from the Pods and deletes none.',
            zh: '用了 `--cascade=orphan`，垃圾收集器只去掉 Pod 上的属主引用，一个也不删除。',
          }
        : {
            en: 'The set is gone at once, and with it whoever would keep an order. The garbage collector marks every Pod that it owned.',
            zh: 'StatefulSet 立刻就没有了，守顺序的也随之没有了。垃圾收集器会给它拥有的每个 Pod 打上删除标记。',
          },
      wrong: [
        {
          answer: 1,
          because: {
            en: 'One Pod at a time is how a set scales down. Deleting the set is no scaling down.',
            zh: '一次一个是缩容的做法。删除 StatefulSet 并不是缩容。',
          },
          misconception: 'deletion-keeps-the-order',
        },
        orphans
          ? {
              answer: replicas,
              because: {
                en: 'That happens without `--cascade=orphan`. With it the Pods run on, without an owner.',
                zh: '不带 `--cascade=orphan` 才会这样。带上之后，Pod 会继续运行，只是没有属主。',
              },
              misconception: 'orphan-deletes-too',
            }
          : {
              answer: 0,
              because: {
                en: 'Pods whose owner is gone are deleted, unless they were orphaned with `--cascade=orphan`.',
                zh: '属主没有了，Pod 就会被删除，除非用 `--cascade=orphan` 让它们成为孤儿。',
              },
              misconception: 'deleted-set-leaves-its-pods',
            },
      ],
      hints: [
        {
          en: 'Who deletes the Pods once the set is gone, and does it know of ordinals?',
          zh: 'StatefulSet 没有了之后，由谁来删除 Pod？它知道序号吗？',
        },
      ],
      explanation: {
        en: 'Order is promised for scaling. To delete in order, scale to 0 first and then delete the empty set.',
        zh: '有顺序保证的是扩缩容。想按顺序删除，就先缩到 0，再删除空的 StatefulSet。',
      },
      run: {
        nodes,
        subject: `StatefulSet/${name}`,
        commands: [
          ...at(0, apply(workload('StatefulSet', name, image, { replicas }))),
          ...at(60_000, {
            ...{ verb: 'delete', kind: 'StatefulSet', name },
            propagationPolicy: orphans ? 'Orphan' : 'Background',
          }),
        ],
      },
    };
  },
});

const stuck = defineGenerator({
  id: 'statefulset-stuck-rollout',
  concept: 'statefulset-stuck',
  claims: ['statefulset-10'],
  kind: 'numeric',
  draw: (draw) => {
    const name = draw.name();
    const nodes = draw.nodes(2);
    const [image] = draw.images(name);
    const replicas = draw.int(3, 6);
    const grows = draw.int(0, 3);
    const reverts = draw.pick([true, false]);
    const broken = 'app:broken';
    const then = reverts ? ` A minute later the template is set back to \`${image}\`.` : '';
    const thenZh = reverts ? `一分钟后又把模板改回 \`${image}\`。` : '';
    const more = grows === 0 ? '' : ` Then \`kubectl scale sts ${name} --replicas=${replicas + grows}\`.`;
    const moreZh =
      grows === 0 ? '' : `接着执行 \`kubectl scale sts ${name} --replicas=${replicas + grows}\`。`;
    return {
      kind: 'numeric',
      question: {
        en: `StatefulSet \`${name}\`, OrderedReady, has ${replicas} Ready Pods from \`${image}\`. Its template is set to \`${broken}\`, which never becomes Ready.${then}${more} How many Pods are Ready ten minutes after the change?`,
        zh: `StatefulSet \`${name}\`，OrderedReady，有 ${replicas} 个就绪的 Pod，镜像是 \`${image}\`。把模板改成永远不会就绪的 \`${broken}\`。${thenZh}${moreZh}从修改模板算起十分钟后，有几个 Pod 就绪？`,
      },
      reads: { count: { kind: 'Pod', where: { ready: true } }, atMs: 660_000 },
      because: {
        en: 'The Pod with the highest ordinal was replaced and never became Ready. The controller waits for it before it does anything else, and nobody deletes it.',
        zh: '序号最大的 Pod 已被替换，却一直没有就绪。控制器等着它，别的什么也不做，也没有谁去删除它。',
      },
      wrong: [
        {
          answer: replicas + grows,
          because: reverts
            ? {
                en: 'Setting the template back says what the next Pod will be. The broken one stays until somebody deletes it.',
                zh: '改回模板，决定的是下一个 Pod 的样子。坏掉的那个会留着，直到有人删除它。',
              }
            : {
                en: 'A StatefulSet has no deadline for a rollout and goes back by itself never.',
                zh: 'StatefulSet 的更新没有期限，也从不自己回滚。',
              },
          misconception: reverts ? 'reverting-replaces-pods' : 'statefulset-has-a-deadline',
        },
      ],
      hints: [
        {
          en: 'Which Pod is replaced first, and what does the controller wait for then?',
          zh: '最先替换的是哪个 Pod？之后控制器在等什么？',
        },
      ],
      explanation: {
        en: 'A rollout that is stuck is freed by hand: mend the template first, then delete the Pod that does not become Ready.',
        zh: '卡住的更新要手动解开：先改好模板，再删除那个不会就绪的 Pod。',
      },
      run: {
        nodes,
        subject: `StatefulSet/${name}`,
        commands: [
          ...at(0, apply(workload('StatefulSet', name, image, { replicas }))),
          ...at(60_000, setImage('StatefulSet', name, broken)),
          ...(reverts ? at(120_000, setImage('StatefulSet', name, image)) : []),
          ...(grows > 0 ? at(150_000, scale('StatefulSet', name, replicas + grows)) : []),
        ],
      },
    };
  },
});

/** What becomes of a set that lives: its identities, its Service, its policy, its end. */
export const statefulsetLives = [uids, nodeOfSuccessor, noService, available, parallel, deleted, stuck];
