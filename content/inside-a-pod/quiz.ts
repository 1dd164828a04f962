import 'server-only';
import type { Command, TimedCommand } from '@/lib/cluster/command';
import { defineQuiz } from '@/lib/quiz/authored';

const serving = (name: string, at: string, more: object = {}) => ({
  name,
  image: 'app:v1',
  args: ['serve', at],
  ...more,
});

const pod = (name: string, containers: readonly object[], spec: object = {}): Command => ({
  verb: 'apply',
  object: {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name },
    spec: { terminationGracePeriodSeconds: 5, containers, ...spec },
  },
});

const atOnce = (...commands: readonly Command[]): TimedCommand[] =>
  commands.map((command) => ({ atMs: 0, command }));

const pair = (name: string, one: string, other: string, more: object = {}) =>
  pod(name, [serving('a', one), serving('b', other, more)]);

const podIP = { env: [{ name: 'POD_IP', valueFrom: { fieldRef: { fieldPath: 'status.podIP' } } }] };
const secondReady = (name: string) => ({
  object: `Pod/${name}`,
  path: 'status.containerStatuses.1.ready',
  atMs: 15_000,
});

/** The items of lesson 1. Longer than other files: each choice brings its reason in both languages. */
export default defineQuiz({
  items: [
    {
      id: 'what-is-shared',
      kind: 'multiple',
      concept: 'pod-sharing',
      claims: ['pod-03', 'pod-04'],
      question: {
        en: 'A Pod has two containers and says nothing special. What do both of them have in common?',
        zh: '一个 Pod 有两个容器，没有什么特别的设置。两个容器共有的是哪些？',
      },
      choices: [
        {
          text: { en: 'The IP address', zh: 'IP 地址' },
          correct: true,
          because: {
            en: 'It belongs to the network namespace of the Pod’s sandbox.',
            zh: '地址属于 Pod 沙箱的网络名字空间。',
          },
        },
        {
          text: { en: 'The loopback device', zh: '回环设备' },
          correct: true,
          because: {
            en: 'It is in the same network namespace: `localhost` is the same for both.',
            zh: '它在同一个网络名字空间里：对两个容器来说，`localhost` 是同一个。',
          },
        },
        {
          text: { en: 'The root file system', zh: '根文件系统' },
          correct: false,
          misconception: 'containers-of-a-pod-share-files',
          because: {
            en: 'Each container has the files of its own image and its own layer on top.',
            zh: '每个容器有自己镜像里的文件，上面再加自己的一层。',
          },
        },
        {
          text: { en: 'The list of processes', zh: '进程列表' },
          correct: false,
          misconception: 'containers-of-a-pod-see-each-others-processes',
          because: {
            en: 'Only with `shareProcessNamespace: true`. By default each container sees its own.',
            zh: '要写 `shareProcessNamespace: true` 才共有。默认各看各的。',
          },
        },
        {
          text: { en: 'Every volume of the Pod, mounted', zh: 'Pod 的每个卷，都已挂载' },
          correct: false,
          misconception: 'pods-volumes-are-in-every-container',
          because: {
            en: 'A volume is in the containers that name it in `volumeMounts`.',
            zh: '卷只在 `volumeMounts` 里写了它的容器里。',
          },
        },
      ],
      hints: [
        {
          en: 'Which of these are part of a network namespace?',
          zh: '其中哪些属于网络名字空间？',
        },
      ],
      explanation: {
        en: 'One network, separate file systems. What containers share of files they share by mounting.',
        zh: '网络是一份，文件系统各有各的。文件要共用，就得各自挂载。',
      },
    },
    {
      id: 'where-is-pause',
      kind: 'single',
      concept: 'pod-sharing',
      claims: ['pod-02', 'pod-04'],
      question: {
        en: 'On a node with containerd a Pod with two containers runs. What of pause can you see, and where?',
        zh: '一个用 containerd 的节点上，运行着有两个容器的 Pod。pause 在哪里看得到？',
      },
      choices: [
        {
          text: {
            en: 'As a third row of `kubectl get pods`, READY 3/3',
            zh: '在 `kubectl get pods` 里，READY 是 3/3',
          },
          correct: false,
          misconception: 'pause-is-one-of-the-containers',
          because: {
            en: 'READY says 2/2. Only what stands in `spec.containers` is counted.',
            zh: 'READY 是 2/2。数的只有 `spec.containers` 里写的。',
          },
        },
        {
          text: {
            en: 'As a process on the node, in no object of the API',
            zh: '是节点上的一个进程，API 里没有它',
          },
          correct: true,
          because: {
            en: 'The runtime starts it with the sandbox. The API knows nothing of it.',
            zh: '运行时随沙箱一起启动它。API 对它一无所知。',
          },
        },
        {
          text: {
            en: 'In the `volumeMounts`, since pause mounts what all of them share',
            zh: '在 `volumeMounts` 里，因为共用的卷由它挂载',
          },
          correct: false,
          misconception: 'pause-mounts-the-volumes',
          because: {
            en: 'The kubelet mounts volumes for each container. The sandbox has no mounts of them.',
            zh: '卷由 kubelet 为每个容器分别挂载。沙箱里没有这些挂载。',
          },
        },
      ],
      hints: [
        { en: 'Who starts it: the API server or the runtime?', zh: '它是谁启动的：API 服务器，还是运行时？' },
      ],
      explanation: {
        en: 'It is a means by which one runtime keeps a sandbox alive. Another runtime does without.',
        zh: '它是某个运行时维持沙箱的办法。换一个运行时，可以没有它。',
      },
    },
    {
      id: 'which-pairs-run',
      kind: 'match',
      concept: 'port-conflicts',
      claims: ['pod-05'],
      run: {
        nodes: ['node-1'],
        commands: atOnce(
          pair('p1', '8080', '8080'),
          pair('p2', '53', '53/udp'),
          pair('p3', '8080', '127.0.0.1:8080'),
          pair('p4', '127.0.0.1:8080', '$(POD_IP):8080', podIP),
        ),
      },
      judgedAtMs: 15_000,
      question: {
        en: 'Two programs in one Pod, the first starts first. What becomes of the second?',
        zh: '一个 Pod 里的两个程序，前一个先启动。后一个会怎样？',
      },
      choices: [
        { id: 'runs', text: { en: 'It runs', zh: '运行' }, value: true },
        {
          id: 'falls',
          text: { en: 'It falls: address already in use', zh: '倒下：地址已被占用' },
          value: false,
        },
        {
          id: 'takes',
          text: { en: 'It runs, and the first one falls', zh: '运行，前一个倒下' },
          value: 'takes',
        },
      ],
      stems: [
        {
          text: { en: 'TCP `:8080`, then TCP `:8080`', zh: '先 TCP `:8080`，后 TCP `:8080`' },
          reads: secondReady('p1'),
          wrong: { runs: 'one-port-serves-two-programs', takes: 'newer-program-takes-the-port' },
          because: {
            en: 'Protocol, port and address of both are the same, so the later one cannot bind.',
            zh: '两者的协议、端口和地址完全一样，后来的那个绑定不上。',
          },
        },
        {
          text: { en: 'TCP `:53`, then UDP `:53`', zh: '先 TCP `:53`，后 UDP `:53`' },
          reads: secondReady('p2'),
          wrong: { falls: 'ports-are-numbers-alone', takes: 'newer-program-takes-the-port' },
          because: { en: 'Each protocol has ports of its own.', zh: '每种协议各有一套端口。' },
        },
        {
          text: {
            en: 'TCP `:8080`, then TCP `127.0.0.1:8080`',
            zh: '先 TCP `:8080`，后 TCP `127.0.0.1:8080`',
          },
          reads: secondReady('p3'),
          wrong: { runs: 'wildcard-leaves-loopback-free', takes: 'newer-program-takes-the-port' },
          because: {
            en: '`:8080` is every address, 127.0.0.1 with them.',
            zh: '`:8080` 指全部地址，127.0.0.1 也在内。',
          },
        },
        {
          text: {
            en: 'TCP `127.0.0.1:8080`, then the Pod’s address with 8080',
            zh: '先 TCP `127.0.0.1:8080`，后 Pod 的地址加 8080',
          },
          reads: secondReady('p4'),
          wrong: { falls: 'ports-are-numbers-alone' },
          because: { en: 'Two addresses, each with its own 8080.', zh: '两个地址，各有各的 8080。' },
        },
      ],
      hints: [
        {
          en: 'Compare three things: protocol, port, address. An empty address is all of them.',
          zh: '比较三样：协议、端口、地址。地址空着，就是全部地址。',
        },
      ],
      explanation: {
        en: 'All three have to be the same, and "all addresses" is the same as each.',
        zh: '三样都相同才冲突，而“全部地址”与每个地址都算相同。',
      },
    },
    {
      id: 'what-the-warning-means',
      kind: 'single',
      concept: 'port-conflicts',
      claims: ['pod-05'],
      question: {
        en: '`kubectl apply` says `duplicate port definition with spec.containers[0].ports[0]`. What has happened?',
        zh: '`kubectl apply` 说 `duplicate port definition with spec.containers[0].ports[0]`。发生了什么？',
      },
      choices: [
        {
          text: {
            en: 'The Pod was refused; name another port and apply it again',
            zh: 'Pod 被拒绝了，换个端口再应用一次',
          },
          correct: false,
          misconception: 'duplicate-ports-are-refused',
          because: {
            en: 'The line begins with `Warning:`. The next one says `created`.',
            zh: '这一行以 `Warning:` 开头，下一行写的是 `created`。',
          },
        },
        {
          text: {
            en: 'The second container lost its port, and nothing gets through to it',
            zh: '后一个容器的端口没有打开，谁也访问不到它',
          },
          correct: false,
          misconception: 'container-ports-open-ports',
          because: {
            en: 'A definition opens nothing. If the program listens, it is reached.',
            zh: '写上端口并不打开什么。程序只要在监听，就访问得到。',
          },
        },
        {
          text: {
            en: 'The Pod was created as it stands, a doubt was noted',
            zh: 'Pod 已照原样创建，只是提个醒',
          },
          correct: true,
          because: {
            en: 'Whether the programs collide is seen when they start.',
            zh: '两个程序冲不冲突，要到启动时才见分晓。',
          },
        },
        {
          text: {
            en: 'Both programs run, and connections are dealt out between them',
            zh: '两个程序都在运行，连接由它们轮流接',
          },
          correct: false,
          misconception: 'one-port-serves-two-programs',
          because: {
            en: 'One socket listens, and it is not divided. The second program is told that the address is in use.',
            zh: '监听的套接字只有一个，不会分开。后一个程序得到的是地址已被占用。',
          },
        },
      ],
      hints: [{ en: 'How does the line begin?', zh: '这一行的开头是什么？' }],
      explanation: {
        en: 'The API server can’t know what a program will do. It tells what looks odd and takes the object.',
        zh: 'API 服务器不知道程序会做什么。它指出看起来不对劲的地方，然后收下对象。',
      },
    },
    {
      id: 'no-container-port',
      kind: 'single',
      concept: 'port-conflicts',
      claims: ['pod-05'],
      question: {
        en: 'A program listens on all addresses, port 8080. Its container has no `ports` at all. Another Pod connects to 8080. What does it get?',
        zh: '一个程序监听全部地址的 8080 端口，它的容器完全没有写 `ports`。另一个 Pod 来连 8080。结果如何？',
      },
      choices: [
        {
          text: {
            en: 'A refusal, until `containerPort: 8080` is added',
            zh: '被拒绝，除非写上 `containerPort: 8080`',
          },
          correct: false,
          misconception: 'container-ports-open-ports',
          because: {
            en: '`containerPort` is a note for people and for other objects. It opens nothing.',
            zh: '`containerPort` 是写给人和其他对象看的说明，不打开任何东西。',
          },
        },
        {
          text: { en: 'An answer: the program listens there', zh: '有应答：程序就在那里监听' },
          correct: true,
          because: {
            en: 'What listens on the Pod’s address is reached there.',
            zh: '在 Pod 的地址上监听，就访问得到。',
          },
        },
        {
          text: { en: 'Silence: the node drops it', zh: '没有回音：节点丢了' },
          correct: false,
          misconception: 'container-ports-open-ports',
          because: {
            en: 'No rule of the node asks for `containerPort`.',
            zh: '节点上没有哪条规则会看 `containerPort`。',
          },
        },
      ],
      hints: [
        {
          en: 'Which program would read `containerPort` to open something?',
          zh: '谁会去读 `containerPort`，再打开什么？',
        },
      ],
      explanation: {
        en: 'Leaving a port out does not close it. A Service with a named target port does need the name, though.',
        zh: '不写端口，并不会关上它。不过 Service 若按名字指定目标端口，就需要这个名字。',
      },
    },
    {
      id: 'ready-on-one-node',
      kind: 'numeric',
      concept: 'port-conflicts',
      claims: ['pod-05', 'pod-03'],
      run: {
        nodes: ['node-1'],
        commands: atOnce(
          pod('one', [serving('main', '80')]),
          pod('two', [serving('main', '80')]),
          pod('three', [serving('main', '80')]),
          pod('four', [serving('main', '80')], { hostNetwork: true }),
          pod('five', [serving('main', '80')], { hostNetwork: true }),
        ),
      },
      reads: { count: { kind: 'Pod', where: { ready: true } }, atMs: 15_000 },
      question: {
        en: 'Five Pods on one node, each with a server on TCP port 80. Three are ordinary, two have `hostNetwork: true`. No `ports` are written. How many are Ready after a while?',
        zh: '一个节点上有五个 Pod，各有一个监听 TCP 80 端口的服务器。三个是普通的，两个写了 `hostNetwork: true`，都没有写 `ports`。过一会儿有几个就绪？',
      },
      because: {
        en: 'The three have addresses of their own. The two share the node’s, and one of them comes too late.',
        zh: '三个普通的各有地址。另外两个共用节点的地址，其中一个晚了一步。',
      },
      wrong: [
        {
          answer: 1,
          misconception: 'ports-are-unique-on-a-node',
          because: {
            en: 'Ports belong to an address, and an ordinary Pod has one of its own.',
            zh: '端口是跟着地址走的，普通的 Pod 各有自己的地址。',
          },
        },
        {
          answer: 5,
          misconception: 'host-network-pods-keep-their-ports',
          because: {
            en: 'Pods with `hostNetwork` listen in the network of the node, both in the same one.',
            zh: '用 `hostNetwork` 的 Pod 在节点的网络里监听，两个都在同一个里面。',
          },
        },
        {
          answer: 3,
          misconception: 'newer-program-takes-the-port',
          because: {
            en: 'Of two that want one port the first keeps it, and runs.',
            zh: '两个抢一个端口，先到的留着它，照常运行。',
          },
        },
      ],
      hints: [{ en: 'How many network namespaces are there?', zh: '一共有几个网络名字空间？' }],
      explanation: {
        en: 'Four namespaces, one port 80 in each. Had the two written `containerPort: 80`, the scheduler would not have put both on this node.',
        zh: '四个名字空间，各有一个 80 端口。如果那两个写了 `containerPort: 80`，调度器不会把它们都放到这个节点上。',
      },
    },
    {
      id: 'bound-to-loopback',
      kind: 'match',
      concept: 'pod-localhost',
      claims: ['same-pod-01'],
      question: {
        en: 'In Pod `web`, address 10.244.1.2, a server listens on `127.0.0.1:8080`. Who is answered?',
        zh: 'Pod `web` 的地址是 10.244.1.2，里面有个服务器监听 `127.0.0.1:8080`。谁得到应答？',
      },
      choices: [
        { id: 'answered', text: { en: 'Answered', zh: '有应答' } },
        { id: 'refused', text: { en: 'Refused', zh: '被拒绝' } },
        { id: 'silence', text: { en: 'Nothing comes back', zh: '没有回音' } },
      ],
      stems: [
        {
          text: {
            en: 'Another container of `web`, at `localhost:8080`',
            zh: '`web` 的另一个容器，访问 `localhost:8080`',
          },
          choice: 'answered',
          wrong: { refused: 'localhost-is-the-container', silence: 'localhost-passes-the-network' },
          because: { en: 'One loopback device for the whole Pod.', zh: '整个 Pod 只有一个回环设备。' },
        },
        {
          text: {
            en: 'Another container of `web`, at `10.244.1.2:8080`',
            zh: '`web` 的另一个容器，访问 `10.244.1.2:8080`',
          },
          choice: 'refused',
          wrong: { answered: 'whoever-listens-is-reached' },
          because: {
            en: 'It is the same Pod but another address, and nothing listens there.',
            zh: 'Pod 相同，地址不同，那个地址上没有程序在监听。',
          },
        },
        {
          text: { en: 'A Pod beside it, at `10.244.1.2:8080`', zh: '旁边的 Pod，访问 `10.244.1.2:8080`' },
          choice: 'refused',
          wrong: { answered: 'whoever-listens-is-reached' },
          because: {
            en: 'The server does not listen on the address that others know.',
            zh: '别人知道的那个地址，服务器没有监听。',
          },
        },
        {
          text: {
            en: 'A Pod of the same node, at `localhost:8080`',
            zh: '同一节点上的 Pod，访问 `localhost:8080`',
          },
          choice: 'refused',
          wrong: { answered: 'localhost-is-the-node' },
          because: { en: 'Its localhost is its own Pod.', zh: '它的 localhost 是它自己的 Pod。' },
        },
      ],
      hints: [
        {
          en: 'Ask where the packet arrives, then whether somebody listens on that address.',
          zh: '先问包到了哪里，再问那个地址上有没有程序监听。',
        },
      ],
      explanation: {
        en: 'Binding to 127.0.0.1 is how a helper keeps its door for the family.',
        zh: '绑定 127.0.0.1，就是让门只对自家人开。',
      },
    },
    {
      id: 'what-a-local-packet-passes',
      kind: 'single',
      concept: 'pod-localhost',
      claims: ['same-pod-02'],
      question: {
        en: 'A container asks its sibling at `localhost:9090`. What does the packet pass on its way?',
        zh: '一个容器访问同 Pod 的 `localhost:9090`。这个包一路经过什么？',
      },
      choices: [
        {
          text: { en: 'The bridge of the node', zh: '节点的网桥' },
          correct: false,
          misconception: 'localhost-passes-the-network',
          because: {
            en: 'The bridge is where packets between Pods meet. This one never leaves its Pod.',
            zh: '网桥是 Pod 之间的包碰头的地方。这个包没有离开自己的 Pod。',
          },
        },
        {
          text: { en: 'The loopback device of the Pod alone', zh: '只有 Pod 的回环设备' },
          correct: true,
          because: {
            en: 'Sender and receiver are in one network namespace.',
            zh: '收发双方在同一个网络名字空间里。',
          },
        },
        {
          text: {
            en: 'The loopback device of the node, where both programs run',
            zh: '节点的回环设备，两个程序都在节点上运行',
          },
          correct: false,
          misconception: 'localhost-is-the-node',
          because: {
            en: 'Only with `hostNetwork`. Otherwise the Pod has a loopback device of its own.',
            zh: '用 `hostNetwork` 才是这样。否则 Pod 有自己的回环设备。',
          },
        },
        {
          text: {
            en: 'Nothing: localhost is that container alone',
            zh: '什么也不经过：localhost 只是这个容器自己',
          },
          correct: false,
          misconception: 'localhost-is-the-container',
          because: {
            en: 'The loopback device is the Pod’s. The sibling listens on the same one, and answers.',
            zh: '回环设备是整个 Pod 的。同 Pod 的容器就在它上面监听，会应答。',
          },
        },
      ],
      hints: [{ en: 'Does the packet leave the namespace it is in?', zh: '这个包离开所在的名字空间了吗？' }],
      explanation: {
        en: 'Nothing outside can slow it, block it or see it, and a NetworkPolicy can’t keep siblings apart.',
        zh: '外面的东西拖不慢它、拦不住它、也看不到它；NetworkPolicy 也隔不开同 Pod 的容器。',
      },
    },
    {
      id: 'hand-over-a-file',
      kind: 'yaml',
      concept: 'pod-sharing',
      claims: ['pod-04'],
      question: {
        en: '`main` writes `/logs/app.log`. Fill in what is missing, so that `reader` finds that file at `/in/app.log`.',
        zh: '`main` 写的是 `/logs/app.log`。补上缺的部分，让 `reader` 在 `/in/app.log` 找到这个文件。',
      },
      source: `apiVersion: v1
kind: Pod
metadata:
  name: journal
spec:
  volumes:
    - name: logs
      emptyDir: {}
  containers:
    - name: main
      image: app:v1
      args: [write, /logs/app.log]
      volumeMounts:
        - name: logs
          mountPath: /logs
    - name: reader
      image: app:v1
      args: [follow, /in/app.log]
      volumeMounts:
        - name: ___
          mountPath: ___`,
      blanks: [
        {
          text: 'logs',
          path: 'spec.containers.1.volumeMounts.0.name',
          because: {
            en: 'A mount names the volume of the Pod, not the container that writes.',
            zh: '挂载写的是 Pod 里那个卷的名字，不是写文件的容器。',
          },
          wrong: [
            {
              value: 'main',
              misconception: 'containers-of-a-pod-share-files',
              because: {
                en: 'No container can be mounted. What both reach is the volume.',
                zh: '容器不能挂载。两边都够得到的是卷。',
              },
            },
          ],
        },
        {
          text: '/in',
          path: 'spec.containers.1.volumeMounts.0.mountPath',
          accepts: ['/in/'],
          because: {
            en: 'Each container chooses where it sees the volume. app.log lies at its top.',
            zh: '卷出现在哪里，由每个容器自己定。app.log 就在卷的最上层。',
          },
          wrong: [
            {
              value: '/logs',
              misconception: 'pods-volumes-are-in-every-container',
              because: {
                en: 'Then the file is at /logs/app.log in reader, too, and /in is empty.',
                zh: '那样 reader 里文件也在 /logs/app.log，/in 是空的。',
              },
            },
            {
              value: '/in/app.log',
              misconception: 'containers-of-a-pod-share-files',
              because: {
                en: 'Here the whole volume is mounted, and that is a directory.',
                zh: '挂载的是整个卷，它是一个目录。',
              },
            },
          ],
        },
      ],
      hints: [
        {
          en: 'Which path of the volume does app.log have, seen from main?',
          zh: '从 main 这边看，app.log 在卷里的什么位置？',
        },
      ],
      explanation: {
        en: 'One volume, two mounts, each with a place of its own.',
        zh: '一个卷，两次挂载，各有各的位置。',
      },
    },
    {
      id: 'two-container-find',
      kind: 'hotspot',
      concept: 'pod-sharing',
      claims: ['pod-04', 'pod-03'],
      question: {
        en: '`reader` falls: it finds no /logs/app.log. The Pod is accepted without a warning. Where is the fault?',
        zh: '`reader` 倒下了：它找不到 /logs/app.log。这个 Pod 被接受时没有任何警告。问题出在哪里？',
      },
      source: `apiVersion: v1
kind: Pod
metadata: {name: journal}
spec:
  volumes:
    - {name: logs, emptyDir: {}}
  containers:
    - name: main
      image: app:v1
      args: [write, /logs/app.log]
      volumeMounts: [{name: logs, mountPath: /logs}]
    - name: reader
      image: app:v1
      args: [follow, /logs/app.log]`,
      regions: [
        {
          text: { en: 'Lines 5 and 6, the volume', zh: '第 5、6 行，卷' },
          lines: [5, 6],
          points: 0,
          misconception: 'pause-mounts-the-volumes',
          because: {
            en: 'The volume is there for the whole Pod. That it is declared mounts it nowhere.',
            zh: '卷对整个 Pod 都在。声明了它，并没有挂载到哪里。',
          },
        },
        {
          text: { en: 'Lines 8 to 11, the container main', zh: '第 8 到 11 行，容器 main' },
          lines: [8, 11],
          points: 0,
          misconception: 'containers-of-a-pod-share-files',
          because: {
            en: 'main writes its file, and it is on the volume. It is not seen from reader.',
            zh: 'main 写好了文件，文件就在卷上。只是 reader 那边看不到。',
          },
        },
        {
          text: { en: 'Lines 12 to 14, the container reader', zh: '第 12 到 14 行，容器 reader' },
          lines: [12, 14],
          points: 1,
          because: {
            en: 'It lacks `volumeMounts`. In its own file system there is no /logs.',
            zh: '它缺 `volumeMounts`。它自己的文件系统里没有 /logs。',
          },
        },
      ],
      hints: [{ en: 'Compare the two containers, line by line.', zh: '把两个容器逐行对比。' }],
      explanation: {
        en: 'A volume without a mount in a container is not there for that container, and nobody warns of it.',
        zh: '容器没有挂载的卷，对它来说就不存在，也没有谁会警告。',
      },
    },
    {
      id: 'who-brings-it-back',
      kind: 'match',
      concept: 'pod-kinds',
      claims: ['pod-01'],
      question: {
        en: 'Something ends. What follows?',
        zh: '有东西结束了。接下来会怎样？',
      },
      choices: [
        { id: 'same', text: { en: 'The same Pod goes on', zh: '还是那个 Pod，继续运行' } },
        { id: 'other', text: { en: 'Another Pod is created', zh: '创建另一个 Pod' } },
        { id: 'nothing', text: { en: 'Nothing', zh: '什么也没有' } },
      ],
      stems: [
        {
          text: { en: 'A container of a bare Pod crashes', zh: '无主 Pod 的容器崩溃' },
          choice: 'same',
          wrong: { nothing: 'bare-pods-are-not-restarted', other: 'failed-pods-are-replaced' },
          because: {
            en: 'The kubelet starts the container again, whoever owns the Pod.',
            zh: 'kubelet 会重启容器，不管 Pod 有没有属主。',
          },
        },
        {
          text: { en: 'A bare Pod is deleted', zh: '无主的 Pod 被删除' },
          choice: 'nothing',
          wrong: { other: 'bare-pods-come-back', same: 'kubelet-replaces-pods' },
          because: { en: 'No controller counts it.', zh: '没有控制器在数它。' },
        },
        {
          text: { en: 'The node of a bare Pod dies', zh: '无主 Pod 所在的节点坏了' },
          choice: 'nothing',
          wrong: { other: 'bare-pods-come-back', same: 'bare-pods-come-back' },
          because: {
            en: 'After about six minutes the Pod is given up, and nobody makes another one.',
            zh: '大约六分钟后 Pod 被放弃，没有谁再创建一个。',
          },
        },
        {
          text: { en: 'A Pod of a Deployment is deleted', zh: 'Deployment 的 Pod 被删除' },
          choice: 'other',
          wrong: { same: 'kubelet-replaces-pods', nothing: 'kubelet-only-reports' },
          because: {
            en: 'Its controller counts one too few and creates one, with another name.',
            zh: '控制器数出少了一个，就创建一个，名字是新的。',
          },
        },
        {
          text: {
            en: 'Somebody deletes a static Pod with `kubectl delete`',
            zh: '有人用 `kubectl delete` 删除静态 Pod',
          },
          choice: 'same',
          wrong: { nothing: 'mirror-pods-are-the-pods', other: 'mirror-pods-are-the-pods' },
          because: {
            en: 'What goes is its mirror in the API. The kubelet goes by its file, and writes the mirror anew.',
            zh: '删掉的是它在 API 里的镜像 Pod。kubelet 照文件办事，再把镜像 Pod 写回来。',
          },
        },
      ],
      hints: [
        {
          en: 'Ask each time: who has this Pod on a list? A kubelet, a controller, or nobody?',
          zh: '每次都问：谁的单子上有这个 Pod？kubelet，控制器，还是没有？',
        },
      ],
      explanation: {
        en: 'A kubelet repairs within a Pod. For a Pod that is gone only its owner makes another one.',
        zh: 'kubelet 修的是 Pod 里面。Pod 没了，只有它的属主会再创建。',
      },
    },
    { id: 'who-is-left', kind: 'generated', generator: 'bare-and-owned-pods' },
    {
      id: 'host-network-west',
      kind: 'predict',
      concept: 'port-conflicts',
      claims: ['pod-03'],
      run: { scenario: 'on-the-node', isOfSeed: true },
      judgedAtMs: 15_000,
      question: {
        en: 'Pods `east` and `west` run on node-1 with `hostNetwork: true`, each with a server on port 8080. east started first. What is there at 15 s?',
        zh: 'Pod `east` 和 `west` 都在 node-1 上运行，都写了 `hostNetwork: true`，各有一个 8080 端口的服务器。east 先启动。到第 15 秒是什么样？',
      },
      choices: [
        {
          text: { en: 'Both are Ready, each at its own address', zh: '两个都就绪，各用各的地址' },
          happened: {
            all: [
              { pod: 'east', ready: true },
              { pod: 'west', ready: true },
            ],
          },
          misconception: 'host-network-pods-keep-their-ports',
          because: {
            en: 'Both have the address of node-1, and there is one port 8080 on it.',
            zh: '两个用的都是 node-1 的地址，上面只有一个 8080 端口。',
          },
        },
        {
          text: { en: 'east is Ready, west falls', zh: 'east 就绪，west 倒下' },
          happened: {
            all: [
              { pod: 'east', ready: true },
              { pod: 'west', ready: false },
            ],
          },
          because: {
            en: 'Who listens first keeps the port until it ends.',
            zh: '先监听的留着端口，直到自己结束。',
          },
        },
        {
          text: {
            en: 'west is Ready: it took the port from east',
            zh: 'west 就绪：它从 east 手里抢走了端口',
          },
          happened: {
            all: [
              { pod: 'east', ready: false },
              { pod: 'west', ready: true },
            ],
          },
          misconception: 'newer-program-takes-the-port',
          because: {
            en: 'Nobody can take a port from a socket that listens.',
            zh: '有套接字在监听的端口，谁也抢不走。',
          },
        },
      ],
      hints: [{ en: 'Whose address do both have?', zh: '两个用的是谁的地址？' }],
      explanation: {
        en: 'With `hostNetwork` the network namespace is the node’s. Its own programs listen there too: the kubelet has 10250.',
        zh: '用 `hostNetwork` 时，网络名字空间就是节点的。节点自己的程序也在里面监听：kubelet 占着 10250。',
      },
    },
    {
      id: 'addresses-of-a-pod',
      kind: 'numeric',
      concept: 'pod-sharing',
      claims: ['pod-03'],
      question: {
        en: 'An IPv4 cluster runs 3 Pods with 2 containers each, none with `hostNetwork`. How many addresses does the Pod network hand out for them?',
        zh: '一个只用 IPv4 的集群里有 3 个 Pod，每个 2 个容器，都没有用 `hostNetwork`。Pod 网络一共分给它们几个地址？',
      },
      answer: 3,
      because: {
        en: 'One for each sandbox. Containers join it and bring no address.',
        zh: '每个沙箱一个。容器加入沙箱，自己不带地址。',
      },
      wrong: [
        {
          answer: 6,
          misconception: 'each-container-has-an-address',
          because: {
            en: 'The containers of a Pod have one address between them.',
            zh: '同一个 Pod 的容器合用一个地址。',
          },
        },
        {
          answer: 9,
          misconception: 'pause-is-one-of-the-containers',
          because: {
            en: 'pause brings no address of its own: it is in the same namespace.',
            zh: 'pause 没有另外的地址：它就在同一个名字空间里。',
          },
        },
      ],
      hints: [
        {
          en: 'What is it that has an address: a container or a sandbox?',
          zh: '有地址的是谁：容器，还是沙箱？',
        },
      ],
      explanation: {
        en: 'That is also why the ports of siblings can collide.',
        zh: '正因如此，同 Pod 的容器才会抢端口。',
      },
    },
    {
      id: 'two-servers',
      kind: 'lab',
      concept: 'port-conflicts',
      claims: ['pod-05'],
      lab: 'two-servers',
      question: {
        en: 'Let shop and admin run in one Pod. shop goes on answering at port 8080.',
        zh: '让 shop 和 admin 在同一个 Pod 里运行。shop 仍用 8080 端口应答。',
      },
      hints: [
        {
          en: 'Protocol, port, address: change one of the three for admin.',
          zh: '协议、端口、地址：给 admin 换掉其中一样。',
        },
      ],
      explanation: {
        en: 'Another port is the usual way. Another protocol or two separate addresses do as well, and `containerPort` does nothing.',
        zh: '通常是换个端口。换协议，或者两边各用一个地址，也行。改 `containerPort` 没有用。',
      },
    },
  ],
});
