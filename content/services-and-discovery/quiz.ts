import 'server-only';
import { apply, at, container } from '@/content/generators/manifests';
import type { Condition } from '@/lib/lab/condition';
import { defineQuiz } from '@/lib/quiz/authored';

const inSlice = (pod: string): Condition => ({
  count: { kind: 'EndpointSlice', where: { path: 'endpoints', has: { targetRef: { name: pod } } } },
  what: { en: `slices that list ${pod}`, zh: `列出 ${pod} 的 EndpointSlice` },
  atLeast: 1,
});

const pod = (name: string, labels: Record<string, string>, namespace = 'default') =>
  ({
    ...apply({
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name, namespace, labels },
      spec: { containers: [container('shop:v1')] },
    }),
    namespace,
  }) as const;

/** The items of lesson 10. Longer than other files: each choice brings its reason in both languages. */
export default defineQuiz({
  items: [
    {
      id: 'which-is-discovery',
      kind: 'single',
      concept: 'service-discovery',
      claims: ['service-discovery-02'],
      question: {
        en: 'Which of these is service discovery, in the words of the Kubernetes documentation?',
        zh: '按 Kubernetes 文档的说法，下面哪一件事叫服务发现？',
      },
      choices: [
        {
          text: {
            en: 'A Service collects the Pods that have its labels',
            zh: 'Service 收集带有相应标签的 Pod',
          },
          correct: false,
          misconception: 'discovery-is-selection',
          because: {
            en: 'So say the notes. It is the selection of endpoints: what stands behind the Service.',
            zh: '笔记是这么说的。这是在选择端点，定的是 Service 后面有谁。',
          },
        },
        {
          text: {
            en: 'kube-proxy learns of a new endpoint and writes a rule',
            zh: 'kube-proxy 得知新的端点，写下规则',
          },
          correct: false,
          misconception: 'discovery-is-selection',
          because: {
            en: 'That prepares the forwarding. The client knows nothing of endpoints.',
            zh: '这是在为转发做准备。客户端对端点一无所知。',
          },
        },
        {
          text: {
            en: 'A client asks for the name `web` and gets an address',
            zh: '客户端查询名字 `web`，得到一个地址',
          },
          correct: true,
          because: {
            en: 'Discovery is on the side of the client: it finds the Service, by DNS or by a variable.',
            zh: '发现是客户端一边的事：靠 DNS 或者环境变量找到 Service。',
          },
        },
      ],
      hints: [{ en: 'Who is looking for whom?', zh: '想想看，是谁在找谁？' }],
      explanation: {
        en: 'Selection, discovery, forwarding: a controller chooses Pods, a client finds the Service, the kernel carries the packet.',
        zh: '选择、发现、转发：控制器选 Pod，客户端找 Service，内核送包。',
      },
    },
    { kind: 'generated', id: 'which-endpoints', generator: 'service-endpoints' },
    {
      id: 'whom-it-collects',
      kind: 'multiple',
      concept: 'service-endpoints',
      claims: ['service-discovery-01'],
      run: {
        nodes: ['node-1', 'node-2'],
        subject: 'Service/shop',
        commands: at(
          0,
          apply({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'test' } }),
          apply({
            apiVersion: 'v1',
            kind: 'Service',
            metadata: { name: 'shop' },
            spec: { selector: { app: 'shop' }, ports: [{ port: 80 }] },
          }),
          pod('plain', { app: 'shop' }),
          pod('richer', { app: 'shop', track: 'canary' }),
          pod('capital', { app: 'Shop' }),
          pod('elsewhere', { app: 'shop' }, 'test'),
        ),
      },
      judgedAtMs: 20_000,
      question: {
        en: 'Service `shop` is in the namespace `default` and has `selector: {app: shop}`. Four Pods run, made by hand. Which are listed in its EndpointSlice?',
        zh: 'Service `shop` 在名字空间 `default`，`selector: {app: shop}`。四个手工创建的 Pod 都在运行。哪些列在它的 EndpointSlice 里？',
      },
      choices: [
        {
          text: { en: '`plain`, with `app=shop`', zh: '`plain`，标签 `app=shop`' },
          happened: inSlice('plain'),
          because: {
            en: 'The label and the namespace are enough. Nobody has to own the Pod.',
            zh: '标签和名字空间对上就够了，不必有属主。',
          },
        },
        {
          text: {
            en: '`richer`, with `app=shop,track=canary`',
            zh: '`richer`，标签 `app=shop,track=canary`',
          },
          happened: inSlice('richer'),
          because: {
            en: 'Labels beyond the selector do not matter.',
            zh: '选择算符之外的标签无关紧要。',
          },
        },
        {
          text: { en: '`capital`, with `app=Shop`', zh: '`capital`，标签 `app=Shop`' },
          happened: inSlice('capital'),
          misconception: 'labels-ignore-case',
          because: {
            en: 'Values are compared letter by letter. `Shop` is another value.',
            zh: '值是逐个字母比较的，`Shop` 是另一个值。',
          },
        },
        {
          text: {
            en: '`elsewhere`, with `app=shop` in the namespace `test`',
            zh: '`elsewhere`，标签 `app=shop`，在名字空间 `test`',
          },
          happened: inSlice('elsewhere'),
          misconception: 'selectors-cross-namespaces',
          because: {
            en: 'A Service looks in its own namespace alone.',
            zh: 'Service 只看自己的名字空间。',
          },
        },
      ],
      hints: [{ en: 'What is compared, and where is looked?', zh: '比的是什么，在哪里找？' }],
      explanation: {
        en: 'Same namespace, all labels of the selector, letter by letter. Whether a listed Pod gets traffic depends on its readiness.',
        zh: '同一个名字空间，选择算符的标签全都有，一个字母不差。列出来之后有没有流量，要看是否就绪。',
      },
    },
    {
      id: 'find-the-fault',
      kind: 'hotspot',
      concept: 'service-endpoints',
      claims: ['service-discovery-01'],
      question: {
        en: 'Both Pods are Ready, `kubectl describe svc shop` lists both with port 8081, and each request is refused. The program listens on 8080. Which line is wrong?',
        zh: '两个 Pod 都就绪，`kubectl describe svc shop` 列出了这两个，端口是 8081，可每次访问都被拒绝。程序监听的是 8080。错在哪一行？',
      },
      source: `spec:
  selector:
    app: shop
  publishNotReadyAddresses: false
  ports:
    - port: 80
      targetPort: 8081`,
      regions: [
        {
          text: { en: 'The selector', zh: '选择算符' },
          lines: [2, 3],
          points: 0,
          misconception: 'refused-means-no-endpoints',
          because: {
            en: 'With a wrong selector the list would be empty. It has both Pods.',
            zh: '选择算符要是错了，列表会是空的。现在两个 Pod 都在。',
          },
        },
        {
          text: { en: 'publishNotReadyAddresses', zh: 'publishNotReadyAddresses' },
          lines: [4, 4],
          points: 0,
          misconception: 'running-pods-get-traffic',
          because: {
            en: 'It calls Pods ready that are not. These are.',
            zh: '它是把没有就绪的也算作就绪。这两个本来就是就绪的。',
          },
        },
        {
          text: { en: 'port', zh: 'port' },
          lines: [6, 6],
          points: 0,
          misconception: 'service-port-is-the-pods-port',
          because: {
            en: 'That is the port of the Service, for clients. It may be any.',
            zh: '这是 Service 对客户端的端口，写几都可以。',
          },
        },
        {
          text: { en: 'targetPort', zh: 'targetPort' },
          lines: [7, 7],
          points: 1,
          because: {
            en: 'The packet reaches a good Pod at a port where nothing listens. The Pod refuses, not the rules.',
            zh: '包到了一个好的 Pod，却是没有程序监听的端口。拒绝的是 Pod，不是规则。',
          },
        },
      ],
      hints: [
        {
          en: 'There are two kinds of refusal: by the rules, when nothing is ready, and by a Pod.',
          zh: '拒绝有两种：没有就绪端点时由规则拒绝，另一种由 Pod 拒绝。',
        },
      ],
      explanation: {
        en: 'Nobody checks that a program listens at `targetPort`. Compare it with the port of the program.',
        zh: '没有谁检查 `targetPort` 上有没有程序在监听。要拿它和程序的端口对照。',
      },
    },
    {
      id: 'the-later-service',
      kind: 'single',
      concept: 'service-discovery',
      claims: ['service-discovery-02'],
      question: {
        en: 'Pod client has run for a day. Now Service `cache` is created in its namespace. What can client use, without being restarted?',
        zh: 'Pod client 已经运行了一天。现在它的名字空间里创建了 Service `cache`。不重启的话，client 用得上什么？',
      },
      choices: [
        {
          text: {
            en: 'The name `cache`; there is no `CACHE_SERVICE_HOST`',
            zh: '名字 `cache`；`CACHE_SERVICE_HOST` 没有',
          },
          correct: true,
          because: {
            en: 'DNS answers from what is there now. Variables are set when a container starts.',
            zh: 'DNS 按现在有什么来回答；变量在容器启动时设好。',
          },
        },
        {
          text: {
            en: 'Both: the kubelet adds the variable to the containers that run',
            zh: '两样都行：kubelet 会把变量加进正在运行的容器',
          },
          correct: false,
          misconception: 'environment-follows-services',
          because: {
            en: 'The environment of a process that runs can’t be changed from outside.',
            zh: '正在运行的进程，环境变量没法从外面改。',
          },
        },
        {
          text: {
            en: 'Neither: a Pod discovers the Services that were there before it',
            zh: '都不行：Pod 只能发现比它先有的 Service',
          },
          correct: false,
          misconception: 'dns-is-fixed-at-start',
          because: {
            en: 'That is so for variables. DNS is asked anew each time.',
            zh: '变量是这样的。DNS 每次都是重新查询。',
          },
        },
        {
          text: {
            en: 'The variable at once; the name after some Pods are Ready',
            zh: '变量马上有；名字要等有 Pod 就绪',
          },
          correct: false,
          misconception: 'dns-knows-endpoints',
          because: {
            en: 'The other way round, nearly: no variable, and the name of a ClusterIP Service resolves without any Pod.',
            zh: '差不多正好相反：没有变量，而有 ClusterIP 的 Service 一个 Pod 没有也解析得出来。',
          },
        },
      ],
      hints: [
        { en: 'Which of the two is a picture, and which is asked?', zh: '哪个是一张照片，哪个是现问的？' },
      ],
      explanation: {
        en: 'Variables need an order of creation, Service first. DNS needs none, and so it is what is used.',
        zh: '用变量就要讲先后，Service 得先创建。DNS 不用，所以大家用的是 DNS。',
      },
    },
    {
      id: 'kube-proxy-for-a-minute',
      kind: 'multiple',
      concept: 'service-forwarding',
      claims: ['pod-to-service-02'],
      question: {
        en: 'kube-proxy stands still on all nodes for a minute. Meanwhile one Pod of three is replaced. What happens in this minute?',
        zh: '所有节点上的 kube-proxy 停了一分钟。这期间三个 Pod 中有一个被换掉了。这一分钟里会怎样？',
      },
      choices: [
        {
          text: {
            en: 'Open connections to the two other Pods go on',
            zh: '与另外两个 Pod 之间已有的连接照常',
          },
          correct: true,
          because: {
            en: 'conntrack is in the kernel, and kube-proxy never had these packets.',
            zh: 'conntrack 在内核里，这些包从来不归 kube-proxy 管。',
          },
        },
        {
          text: {
            en: 'No new connection to the Service can be opened',
            zh: '到这个 Service 的新连接一个也建不起来',
          },
          correct: false,
          misconception: 'packets-pass-kube-proxy',
          because: {
            en: 'The rules are there and draw lots as before. Two of three lots fall on Pods that are there.',
            zh: '规则还在，照样抽签，三签里有两签落在还在的 Pod 上。',
          },
        },
        {
          text: {
            en: 'About one new connection in three gets no answer',
            zh: '大约每三个新连接有一个得不到应答',
          },
          correct: true,
          because: {
            en: 'The rules still know the address of the Pod that is gone.',
            zh: '规则里还是那个已经不在的 Pod 的地址。',
          },
        },
        {
          text: { en: 'The new Pod gets its share all the same', zh: '新的 Pod 照样分到它那一份' },
          correct: false,
          misconception: 'rules-follow-by-themselves',
          because: {
            en: 'It is in the EndpointSlice, and nobody writes it into the rules.',
            zh: '它已经在 EndpointSlice 里，但没有谁把它写进规则。',
          },
        },
        {
          text: {
            en: 'The Service’s name does not resolve any more',
            zh: 'Service 的名字解析不出来了',
          },
          correct: false,
          misconception: 'kube-proxy-answers-names',
          because: {
            en: 'DNS answers names. Its own address is that of a Service, too, and its rules are still there.',
            zh: '回答名字的是 DNS。DNS 自己的地址也是一个 Service 的，那些规则同样还在。',
          },
        },
      ],
      hints: [{ en: 'Who holds the rules, and who writes them?', zh: '规则在谁手里，又由谁来写？' }],
      explanation: {
        en: 'kube-proxy is a writer of rules. Without it the kernel works on with the last ones.',
        zh: 'kube-proxy 是写规则的。没有它，内核就照最后一版规则继续工作。',
      },
    },
    {
      id: 'ping-says-nothing',
      kind: 'single',
      concept: 'service-forwarding',
      claims: ['pod-to-service-01'],
      question: {
        en: 'A ping to the ClusterIP of `shop` is not answered. What follows from that?',
        zh: 'ping `shop` 的 ClusterIP，没有应答。由此能得出什么？',
      },
      choices: [
        {
          text: {
            en: 'The Service has no endpoint that is ready',
            zh: '这个 Service 没有就绪的端点',
          },
          correct: false,
          misconception: 'cluster-ip-answers-ping',
          because: {
            en: 'With ten ready endpoints it would be the same.',
            zh: '就算有十个就绪的端点，结果也一样。',
          },
        },
        {
          text: {
            en: 'Nothing: a healthy Service answers no ping either',
            zh: '什么也得不出：健康的 Service 同样不应答 ping',
          },
          correct: true,
          because: {
            en: 'No device has the address, and rules rewrite only what goes to a port of the Service.',
            zh: '没有设备拥有这个地址，规则也只改写发往 Service 端口的包。',
          },
        },
        {
          text: {
            en: 'A firewall throws ICMP away on its way to the node of the Pod',
            zh: '在去往 Pod 所在节点的路上，防火墙丢掉了 ICMP',
          },
          correct: false,
          misconception: 'cluster-ip-is-on-a-device',
          because: {
            en: 'The echo request never takes the way to a Pod, for its destination is not rewritten.',
            zh: '这个请求的目的地没有改写，根本不会走上去 Pod 的路。',
          },
        },
      ],
      hints: [{ en: 'Which port does an echo request have?', zh: 'ping 的请求有端口吗？' }],
      explanation: {
        en: 'Ask the port: `curl http://shop/`. Iptables mode lets the ping go off to nowhere, nftables mode refuses it.',
        zh: '要测就访问端口：`curl http://shop/`。iptables 模式让 ping 不知去向，nftables 模式把它拒绝。',
      },
    },
    {
      id: 'through-its-own-service',
      kind: 'single',
      concept: 'service-forwarding',
      claims: ['pod-to-service-01'],
      question: {
        en: 'On a node without hairpin mode, one of three Pods of a Service asks that Service again and again. What does it see?',
        zh: '节点上没有开发夹模式。一个 Service 的三个 Pod 之一反复访问这个 Service。它会看到什么？',
      },
      choices: [
        {
          text: {
            en: 'Answers each time, its own among them',
            zh: '每次都有应答，包括它自己的',
          },
          correct: false,
          misconception: 'pod-reaches-itself-by-its-service',
          because: {
            en: 'By its own address it can. By the Service the frame would have to leave `cni0` by the port where it came in.',
            zh: '按自己的地址可以。经 Service 的话，帧得从进 `cni0` 的那个端口再出去。',
          },
        },
        {
          text: {
            en: 'Two answers in three or so; else a timeout',
            zh: '大约三次有两次应答，余下超时',
          },
          correct: true,
          because: {
            en: 'The lot decides: the two other Pods answer, and what falls on itself is lost at `cni0`.',
            zh: '看抽签：抽到另外两个 Pod 就有应答，抽到自己的就丢在 `cni0` 上。',
          },
        },
        {
          text: {
            en: 'Answers each time, from the other two alone',
            zh: '每次都有应答，都来自另外两个',
          },
          correct: false,
          misconception: 'service-leaves-the-asker-out',
          because: {
            en: 'Nothing keeps the lot from falling on the asker.',
            zh: '没有什么能让抽签避开提问者自己。',
          },
        },
      ],
      hints: [{ en: 'How often does the lot fall on the asker?', zh: '抽签抽到提问者自己的机会有多大？' }],
      explanation: {
        en: 'A fault that comes and goes is typical of it. Figure 10.4 shows the case with hairpin mode, in which it works.',
        zh: '时好时坏，正是这种故障的样子。图 10.4 里是开着发夹模式的情形，所以访问得通。',
      },
    },
    {
      id: 'four-modes',
      kind: 'match',
      concept: 'kube-proxy-modes',
      claims: ['pod-to-service-01', 'pod-to-service-02', 'pod-to-service-03'],
      question: {
        en: 'What is the status of each mode of kube-proxy on Linux, in v1.37?',
        zh: '到 v1.37，kube-proxy 在 Linux 上的各个模式现状如何？',
      },
      choices: [
        { id: 'default', text: { en: 'the default', zh: '默认模式' } },
        { id: 'next', text: { en: 'stable, planned as the next default', zh: '稳定，计划成为下一个默认' } },
        { id: 'deprecated', text: { en: 'deprecated, was never the default', zh: '已弃用，从来不是默认' } },
        { id: 'removed', text: { en: 'removed', zh: '已移除' } },
      ],
      stems: [
        {
          text: { en: '`ipvs`, which uses the module of LVS', zh: '`ipvs`，用的是 LVS 的内核模块' },
          choice: 'deprecated',
          because: {
            en: 'Deprecated since v1.35, and to go in v1.43.',
            zh: 'v1.35 起弃用，计划 v1.43 移除。',
          },
          wrong: { default: 'ipvs-is-the-modern-default', next: 'ipvs-is-the-modern-default' },
        },
        {
          text: { en: '`iptables`', zh: '`iptables`' },
          choice: 'default',
          because: {
            en: 'Still what a cluster gets that chooses nothing, with a warning since v1.37.',
            zh: '什么也不选，得到的仍是它，只是从 v1.37 起会有警告。',
          },
          wrong: { deprecated: 'ipvs-is-the-modern-default' },
        },
        {
          text: { en: '`userspace`', zh: '`userspace`' },
          choice: 'removed',
          because: {
            en: 'The only mode in which packets passed through kube-proxy, gone in v1.26.',
            zh: '只有在这个模式下，包才经过 kube-proxy。v1.26 移除。',
          },
          wrong: { default: 'packets-pass-kube-proxy' },
        },
        {
          text: { en: '`nftables`', zh: '`nftables`' },
          choice: 'next',
          because: {
            en: 'Stable since v1.33, made because iptables rules grow with the Services.',
            zh: 'v1.33 起稳定，因为 iptables 的规则会随 Service 变多。',
          },
          wrong: { removed: 'nftables-is-iptables' },
        },
      ],
      hints: [
        {
          en: 'The notes call the LVS mode "newer". Newer than what?',
          zh: '笔记把 LVS 那个模式叫作“新版”。比什么新？',
        },
      ],
      explanation: {
        en: 'The order in time: userspace, iptables, ipvs, nftables. Defaults were userspace, then iptables.',
        zh: '按时间排：userspace、iptables、ipvs、nftables。当过默认的是 userspace，然后是 iptables。',
      },
    },
    {
      id: 'the-thousandth-packet',
      kind: 'single',
      concept: 'kube-proxy-modes',
      claims: ['pod-to-service-02'],
      question: {
        en: 'iptables mode, 1,000 Services. A connection to the last of them is open, and its thousandth packet is sent. How many rules for Services is it held against?',
        zh: 'iptables 模式，1,000 个 Service。与最后一个 Service 的连接已经建立，正在发它的第一千个包。这个包要和多少条 Service 规则比对？',
      },
      choices: [
        {
          text: {
            en: 'About 1,000, like every packet to that Service',
            zh: '大约 1,000 条，发给它的每个包都一样',
          },
          correct: false,
          misconception: 'every-packet-asks-the-rules',
          because: {
            en: 'So it is for the first packet alone.',
            zh: '只有第一个包是这样。',
          },
        },
        {
          text: { en: 'None: conntrack remembers where they go', zh: '一条也没有：conntrack 记着该去哪里' },
          correct: true,
          because: {
            en: 'Tables of nat see the first packet of a connection only.',
            zh: 'nat 表只看一个连接的第一个包。',
          },
        },
        {
          text: {
            en: 'One: the rule of this Service stands first now',
            zh: '一条：这个 Service 的规则已经排到最前面',
          },
          correct: false,
          misconception: 'used-rules-move-to-the-front',
          because: {
            en: 'The kernel does not sort rules.',
            zh: '内核不会给规则排序。',
          },
        },
        {
          text: {
            en: 'None: kube-proxy has it',
            zh: '一条也没有：由 kube-proxy 转发',
          },
          correct: false,
          misconception: 'packets-pass-kube-proxy',
          because: {
            en: 'kube-proxy holds no connections, since the mode userspace is gone.',
            zh: 'userspace 模式没有了，kube-proxy 不握任何连接。',
          },
        },
      ],
      hints: [
        { en: 'What did the first packet leave behind in the kernel?', zh: '第一个包在内核里留下了什么？' },
      ],
      explanation: {
        en: 'So many rules cost most where there are many short connections, and when the whole set has to be written anew.',
        zh: '所以规则多，代价主要落在短连接多的时候，以及整套规则要重写的时候。',
      },
    },
    {
      id: 'port-of-a-headless-service',
      kind: 'single',
      concept: 'headless-services',
      claims: ['service-discovery-02', 'pod-to-service-01'],
      question: {
        en: 'A headless Service `db` says `port: 80`, `targetPort: 8080`. Its Pods are Ready and listen on 8080. Who gets an answer?',
        zh: '无头服务 `db` 写着 `port: 80`、`targetPort: 8080`。它的 Pod 就绪，监听 8080。谁能得到应答？',
      },
      choices: [
        {
          text: {
            en: 'Who asks `http://db/`, as with any Service',
            zh: '访问 `http://db/` 的，和别的 Service 一样',
          },
          correct: false,
          misconception: 'headless-translates-ports',
          because: {
            en: 'Rules translate ports, and for a headless Service there are none.',
            zh: '换端口靠规则，无头服务没有规则。',
          },
        },
        {
          text: { en: 'Nobody, as there is no address to ask', zh: '谁也不行，因为没有地址可访问' },
          correct: false,
          misconception: 'headless-means-no-dns',
          because: {
            en: 'There is no ClusterIP. DNS answers with the addresses of the Pods.',
            zh: '没有的是 ClusterIP。DNS 会回答 Pod 的地址。',
          },
        },
        {
          text: {
            en: 'Who asks the Pods’ port: `http://db:8080/`',
            zh: '访问 Pod 端口的：`http://db:8080/`',
          },
          correct: true,
          because: {
            en: 'The client gets a Pod’s address by DNS and must know the Pod’s port.',
            zh: '客户端从 DNS 得到 Pod 的地址，端口要自己知道是 Pod 的哪一个。',
          },
        },
      ],
      hints: [{ en: 'Who would have rewritten the port?', zh: '端口本来由谁改写？' }],
      explanation: {
        en: 'Headless leaves selection and discovery as they are and takes forwarding away.',
        zh: '无头服务保留选择和发现，去掉的是转发。',
      },
    },
    {
      id: 'three-doors',
      kind: 'lab',
      concept: 'service-endpoints',
      claims: ['service-discovery-01'],
      lab: 'three-doors',
      question: {
        en: 'Mend the Services cart, pay and mail, without a moment in which cart or mail has fewer than two Ready Pods.',
        zh: '修好 Service cart、pay、mail，其间 cart 和 mail 任何时刻都要有两个就绪的 Pod。',
      },
      hints: [
        {
          en: 'No endpoints, none ready, or ready at the wrong port: each Service is one of these.',
          zh: '没有端点，都没就绪，或者就绪了但端口不对：每个 Service 各占一种。',
        },
      ],
      explanation: {
        en: 'The slice tells the three apart: selector, readiness, targetPort.',
        zh: 'EndpointSlice 分得出这三种：选择算符、就绪、targetPort。',
      },
    },
  ],
});
