import { defineClaims } from '@/lib/course/claim';

export default defineClaims([
  {
    id: 'pod-01',
    quote: {
      en: 'There are standalone Pods and Pods that a controller manages.',
      zh: 'Pod分为自主式Pod和控制器管理的Pod',
    },
    verdict: 'holds-with-nuance',
    today: {
      en: 'It is one kind of object. What differs is whether `metadata.ownerReferences` names a controller. Without one, its containers are still restarted by the kubelet, but the Pod itself, once deleted, evicted or lost with its node, is made again by nobody. A third case in practice is the static Pod: one kubelet runs it from a file, and the API shows a mirror.',
      zh: '对象只有这一种，区别在于 `metadata.ownerReferences` 有没有写着一个控制器。没有的，容器倒下仍由 kubelet 重启；但 Pod 本身被删除、被驱逐或随节点失联之后，没有谁会再创建它。实际上还有第三种：静态 Pod，由某一个 kubelet 照文件运行，API 里看到的是它的镜像 Pod。',
    },
    source:
      'kubernetes/website content/en/docs/concepts/workloads/pods/_index.md (@3842a284, "Working with Pods", "Static Pods"); pod-lifecycle.md (@3842a284, "Pods and fault recovery")',
  },
  {
    id: 'pod-02',
    quote: { en: 'Every Pod has a pause container in it.', zh: '每个Pod 里面都会有一个pause容器' },
    verdict: 'holds-with-nuance',
    today: {
      en: 'What the kubelet asks the runtime for is a Pod sandbox. containerd keeps it alive with a small process called pause; it stands in no spec and in no kubectl output. CRI-O leaves it out where no shared process namespace needs one.',
      zh: 'kubelet 向运行时要的是一个 Pod 沙箱。containerd 用一个叫 pause 的小进程让沙箱一直在；它不写在任何 spec 里，kubectl 的输出里也看不到。CRI-O 在不需要共享进程名字空间时，默认就不要它。',
    },
    source:
      'kubernetes/cri-api pkg/apis/runtime/v1/api.proto (v0.36.3, RunPodSandbox); KEP-495; cri-o docs/crio.conf.5.md (drop_infra_ctr)',
  },
  {
    id: 'pod-03',
    quote: {
      en: 'The pause container lets all containers of the Pod share the network.',
      zh: '提供该Pod里所有容器的网络共享',
    },
    verdict: 'holds-with-nuance',
    today: {
      en: 'The containers join the network namespace of the sandbox: one address, one loopback device, one set of ports. IPC is shared too. Processes are not, unless `shareProcessNamespace: true`. With `hostNetwork: true` the namespace is the node’s.',
      zh: '容器都加入沙箱的网络名字空间：一个地址，一个回环设备，一套端口。IPC 也是共享的。进程默认不共享，除非 `shareProcessNamespace: true`。`hostNetwork: true` 时，用的是节点的名字空间。',
    },
    source:
      'kubernetes/cri-api pkg/apis/runtime/v1/api.proto (v0.36.3, NamespaceOption); kubernetes/api core/v1/types.go (v0.36.3, PodSpec.HostNetwork, ShareProcessNamespace)',
  },
  {
    id: 'pod-04',
    quote: { en: '… and share volumes.', zh: '和存储卷共享' },
    verdict: 'wrong',
    today: {
      en: 'A volume does not come by way of pause. It is declared in the Pod’s `spec.volumes`, the kubelet prepares it on the node, and each container that lists it in `volumeMounts` gets a mount of its own. One that does not list it sees nothing of it.',
      zh: '卷不经过 pause。它声明在 Pod 的 `spec.volumes` 里，由 kubelet 在节点上准备好；哪个容器在 `volumeMounts` 里写了它，哪个容器就有自己的一份挂载。没写的，什么也看不到。',
    },
    source:
      'kubernetes/kubernetes pkg/kubelet/kubelet_pods.go (makeMounts goes by container.VolumeMounts); kubernetes/cri-api api.proto (ContainerConfig has mounts, PodSandboxConfig has none)',
  },
  {
    id: 'pod-05',
    quote: {
      en: 'Therefore no two processes in a Pod may use the same port number.',
      zh: '因此所有Pod里面的进程的端口号不可以重复',
    },
    verdict: 'holds-with-nuance',
    today: {
      en: 'Within one Pod, and for one protocol and one address: TCP 53 and UDP 53 go together, so do 127.0.0.1:8080 and the Pod’s address with 8080. Other Pods have ports of their own, but for those on `hostNetwork`. The API server only warns of a repeated `containerPort`; what fails is the second program.',
      zh: '只在一个 Pod 之内，而且要协议和地址都相同：TCP 53 和 UDP 53 可以并存，127.0.0.1:8080 和 Pod 地址加 8080 也可以。别的 Pod 各有各的端口，用 `hostNetwork` 的除外。重复的 `containerPort`，API 服务器只给警告；真正失败的是后启动的程序。',
    },
    source:
      'kubernetes/kubernetes pkg/api/pod/warnings.go ("duplicate port definition with …"); kubernetes/api core/v1/types.go (v0.36.3, Container.Ports); Linux net/ipv4/inet_connection_sock.c (inet_csk_bind_conflict)',
  },
  {
    id: 'same-pod-01',
    quote: {
      en: 'The containers in a Pod can reach each other at localhost:port.',
      zh: 'Pod里面的容器可以通过localhost:xxxx来互相访问',
    },
    verdict: 'holds',
    today: {
      en: 'They have one loopback device between them. What is bound to 127.0.0.1 alone is reached by the siblings and by nobody else.',
      zh: '它们共用一个回环设备。只绑定 127.0.0.1 的服务器，同 Pod 的容器访问得到，别人都访问不到。',
    },
    source:
      'kubernetes/website content/en/docs/concepts/workloads/pods/_index.md (@3842a284, "Pod networking")',
  },
  {
    id: 'same-pod-02',
    quote: {
      en: 'Layers of communication: between containers of one Pod, by localhost:port (see section 7).',
      zh: '几个通信层次：\n同一个Pod内的多个容器之间，第7节已经介绍过，通过localhost:xxxx来通信',
    },
    verdict: 'holds',
    today: {
      en: 'Such a packet never leaves the network namespace of the Pod: no bridge, no network plugin, no rule of kube-proxy and no NetworkPolicy has to do with it.',
      zh: '这样的包从不离开 Pod 的网络名字空间：网桥、网络插件、kube-proxy 的规则、NetworkPolicy，都碰不到它。',
    },
    source:
      'kubernetes/website content/en/docs/concepts/services-networking/_index.md; content/en/docs/concepts/workloads/pods/_index.md (@3842a284)',
  },
]);
