import { defineClaims } from '@/lib/course/claim';

export default defineClaims([
  {
    id: 'network-model-01',
    quote: {
      en: 'In the network model of Kubernetes all Pods live in one flat space, where each can reach each directly.',
      zh: 'k8s的网络模型假定了所有的Pod都在一个可以直接连通的扁平的网络空间中',
    },
    verdict: 'holds-with-nuance',
    today: {
      en: 'An address for each Pod that no other has, reachable from any Pod on any node without proxy or NAT; programs of a node reach its Pods. NetworkPolicy may forbid some of it on purpose, and on Windows Pods on the host network are left out.',
      zh: '每个 Pod 有全集群唯一的地址，任何节点上的 Pod 都能访问它，不经代理，也不做 NAT；节点上的程序能访问本节点的 Pod。NetworkPolicy 可以有意禁止其中一部分；在 Windows 上，使用主机网络的 Pod 不包括在内。',
    },
    source:
      'kubernetes/website content/en/docs/concepts/services-networking/_index.md ("The Kubernetes network model")',
  },
  {
    id: 'network-model-02',
    quote: {
      en: 'In Google Compute Engine this model is there ready-made.',
      zh: '这在GCE（Google Compute Engine）里面是现成的网络模型',
    },
    verdict: 'holds-with-nuance',
    today: {
      en: 'So it was, and for a while nowhere else. GKE has since gone from a route per node to addresses of the VPC itself (the default from 1.21.0-gke.1500), and other clouds give Pods addresses of their networks as well.',
      zh: '当时如此，而且有一阵子只有那里有。GKE 后来从每个节点一条路由，改为直接使用 VPC 的地址（从 1.21.0-gke.1500 起为默认），别的云也能给 Pod 分配自己网络里的地址。',
    },
    source:
      'flannel-io/flannel README.md at tag v0.1.0; docs.cloud.google.com kubernetes-engine how-to/routes-based-cluster',
  },
  {
    id: 'network-model-03',
    quote: {
      en: 'Kubernetes takes it for granted that this network is there.',
      zh: 'k8s假定这个网络已存在',
    },
    verdict: 'holds-with-nuance',
    today: {
      en: 'It says what is required and leaves the work to a CNI plugin, which the container runtime calls; the kubelet’s own flags for it went in v1.24. Without a network the nodes are NotReady, and CoreDNS is not started.',
      zh: '它规定要求，事情交给 CNI 插件去做，由容器运行时调用；kubelet 自己的 CNI 参数在 v1.24 里移除了。没有网络时节点是 NotReady，CoreDNS 不会启动。',
    },
    source:
      'kubernetes/website content/en/docs/concepts/extend-kubernetes/compute-storage-net/network-plugins.md; kubeadm create-cluster page, "Installing a Pod network add-on"',
  },
  {
    id: 'network-model-04',
    quote: {
      en: 'Whoever builds a cluster in a private cloud can not take that for granted.',
      zh: '而在私有云里搭建k8s集群，就不能假定这个网络已经存在了',
    },
    verdict: 'holds',
    today: {
      en: 'kubeadm installs no Pod network. You choose one, with a range of addresses that overlaps no network that Pods or nodes have to reach (Flannel’s usual one: --pod-network-cidr=10.244.0.0/16).',
      zh: 'kubeadm 不安装 Pod 网络。要自己选一个，并给它一段地址，不与 Pod 和节点要访问的任何网络重叠（Flannel 惯用：--pod-network-cidr=10.244.0.0/16）。',
    },
    source:
      'flannel-io/flannel Documentation/kubernetes.md; kubeadm create-cluster page, "Installing a Pod network add-on"',
  },
  {
    id: 'network-model-05',
    quote: {
      en: 'It is up to us to make the assumption come true.',
      zh: '我们需要自己实现这个网络假设',
    },
    verdict: 'holds-with-nuance',
    today: {
      en: 'One applies an add-on, a manifest or a Helm chart. Its DaemonSet then sets up every node, those of tomorrow too.',
      zh: '今天是装一个插件：一份清单，或者一个 Helm Chart。它的 DaemonSet 会把每个节点配置好，包括以后加入的。',
    },
    source: 'flannel-io/flannel README.md, Documentation/kubernetes.md and Documentation/kube-flannel.yml',
  },
  {
    id: 'network-model-06',
    quote: {
      en: 'Connect the Docker containers of the different nodes first, and run Kubernetes after that.',
      zh: '将不同节点上的Docker容器之间的互相访问先打通，然后运行k8s',
    },
    verdict: 'outdated',
    today: {
      en: 'The other way round, and without Docker: first the control plane, then the network as a DaemonSet, and each Pod gets its interface by CNI when its sandbox is made. dockershim left in v1.24, and cri-dockerd uses CNI by default too.',
      zh: '次序反过来，也不需要 Docker：先有控制平面，再以 DaemonSet 装网络；每个 Pod 在创建沙箱时由 CNI 接入。dockershim 在 v1.24 移除，cri-dockerd 默认用的也是 CNI。',
    },
    source:
      'KEP-2221 (v1.24); Mirantis/cri-dockerd README.md (default network plugin is cni); flannel-io/flannel Documentation/kube-flannel.yml',
  },
  {
    id: 'same-node-01',
    quote: {
      en: 'When Pod1 and Pod2 are on one machine, the bridge docker0 hands the request straight to Pod2.',
      zh: 'Pod1与Pod2在同一台机器，由docker0网桥直接转发请求至Pod2',
    },
    verdict: 'outdated',
    today: {
      en: 'So it goes, under another name: a veth pair per Pod and the bridge cni0, for plugins that use a bridge. Others route on the node, or pass frames on with eBPF.',
      zh: '做法还是这样，名字变了：用网桥的插件，是每个 Pod 一对 veth，加上网桥 cni0。别的插件在主机上做路由，或者用 eBPF 转发。',
    },
    source:
      'containernetworking/plugins plugins/main/bridge/bridge.go (defaultBrName = "cni0"); flannel-io/cni-plugin flannel_linux.go (delegates to bridge, isGateway)',
  },
  {
    id: 'same-node-02',
    quote: {
      en: 'It need not go through Flannel.',
      zh: '不需要经过Flannel',
    },
    verdict: 'holds',
    today: {
      en: 'The packet stays on the bridge: no flannel.1, no wrapping, nothing routed. When the Pod was created, Flannel’s CNI plugin had its interface set up.',
      zh: '数据包只走网桥：不经 flannel.1，不封装，也不路由。创建 Pod 的时候，接口是 Flannel 的 CNI 插件调用 bridge 插件建好的。',
    },
    source:
      'flannel-io/flannel pkg/backend/vxlan/vxlan.go (routes for remote subnets alone); flannel-io/cni-plugin flannel_linux.go',
  },
]);
