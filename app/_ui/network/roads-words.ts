import type { Text } from '@/lib/text';

/** What the roads are compared by, in the order of the rows. */
export const roadRows = [
  'object',
  'author',
  'listens',
  'looks',
  'connections',
  'seen',
  'runs',
  'missing',
] as const;
export type RoadRow = (typeof roadRows)[number];

export interface Road {
  readonly name: string;
  /** A proxy ends the client's connection; otherwise one connection passes through. */
  readonly isProxied: boolean;
  readonly says: Readonly<Record<RoadRow, Text>>;
}

export const roadsWords = {
  title: { en: 'Four roads into the cluster', zh: '进入集群的四条路' },
  lead: {
    en: 'A NodePort and a load balancer move packets. An Ingress and a Gateway are read by a controller: its proxy takes the request, and asks a Pod in its own name.',
    zh: 'NodePort 和负载均衡器搬运的是数据包。Ingress 和 Gateway 则由控制器读取：它的代理收下请求，再以自己的名义去问 Pod。',
  },
  client: { en: 'client', zh: '客户端' },
  node: { en: 'node', zh: '节点' },
  proxy: { en: 'proxy', zh: '代理' },
  rows: {
    object: { en: 'What it is', zh: '是什么' },
    author: { en: 'Who writes it', zh: '由谁编写' },
    listens: { en: 'Where it listens', zh: '在哪里监听' },
    looks: { en: 'What it looks at', zh: '看什么' },
    connections: { en: 'How many connections', zh: '有几个连接' },
    seen: { en: 'Whose address the Pod sees', zh: 'Pod 看到谁的地址' },
    runs: { en: 'Who has to run', zh: '必须有谁在运行' },
    missing: { en: 'When nobody does', zh: '无人运行时' },
  },
} as const satisfies Record<string, Text | Record<RoadRow, Text>>;

const packet: Text = { en: 'The packet: address and port', zh: '数据包：地址和端口' };
const proxySeen: Text = {
  en: 'The proxy Pod’s. The client’s stands in `X-Forwarded-For`, as far as the proxy saw it',
  zh: '代理 Pod 的地址。客户端的地址写在 `X-Forwarded-For` 里，前提是代理自己看到了它',
};

export const roads: readonly Road[] = [
  {
    name: 'NodePort',
    isProxied: false,
    says: {
      object: {
        en: 'A Service of `type: NodePort`, API `v1`',
        zh: '`type: NodePort` 的 Service，API 为 `v1`',
      },
      author: { en: 'The app’s developer, in one object', zh: '应用程序开发人员，写在一个对象里' },
      listens: {
        en: 'At one port of every node, by default from 30000 to 32767',
        zh: '每个节点上的同一个端口，默认在 30000 到 32767 之间',
      },
      looks: packet,
      connections: {
        en: 'One. On its way its addresses are rewritten',
        zh: '一个。途中地址被改写',
      },
      seen: {
        en: 'That of a device of the node that was asked: `flannel.1`, `eth0` or `cni0`. The client’s with `externalTrafficPolicy: Local`',
        zh: '被访问的那个节点上某个设备的地址：`flannel.1`、`eth0` 或 `cni0`。设置 `externalTrafficPolicy: Local` 后是客户端的地址',
      },
      runs: { en: 'kube-proxy, on every node', zh: '每个节点上的 kube-proxy' },
      missing: {
        en: 'The port is a number in an object. The node refuses the connection',
        zh: '端口只是对象里的一个数字，节点会拒绝连接',
      },
    },
  },
  {
    name: 'LoadBalancer',
    isProxied: false,
    says: {
      object: {
        en: 'A Service of `type: LoadBalancer`, API `v1`. As a rule it has a NodePort, too',
        zh: '`type: LoadBalancer` 的 Service，API 为 `v1`，通常也带有 NodePort',
      },
      author: { en: 'The app’s developer, in one object', zh: '应用程序开发人员，写在一个对象里' },
      listens: {
        en: 'At an address outside of the cluster, from which packets come to the nodes',
        zh: '集群之外的一个地址，数据包由此到达节点',
      },
      looks: packet,
      connections: {
        en: 'One, where the load balancer passes packets on. Some end the connection themselves',
        zh: '若负载均衡器只转发数据包，则为一个。有些负载均衡器会自己终结连接',
      },
      seen: {
        en: 'The node’s. The client’s with `externalTrafficPolicy: Local`',
        zh: '节点的地址。设置 `externalTrafficPolicy: Local` 后是客户端的地址',
      },
      runs: {
        en: 'kube-proxy, and somebody who gives the address: a cloud’s controller, or MetalLB',
        zh: 'kube-proxy，以及提供地址的一方：云厂商的控制器，或 MetalLB',
      },
      missing: {
        en: '`EXTERNAL-IP` stays `<pending>`. The NodePort works all the same',
        zh: '`EXTERNAL-IP` 一直是 `<pending>`，但 NodePort 照常可用',
      },
    },
  },
  {
    name: 'Ingress',
    isProxied: true,
    says: {
      object: {
        en: 'An Ingress, API `networking.k8s.io/v1`. Part of Kubernetes, and frozen: it stays as it is',
        zh: 'Ingress，API 为 `networking.k8s.io/v1`。属于 Kubernetes，但已冻结，不再改动',
      },
      author: {
        en: 'One object for all: class, hosts, TLS and paths. What it has no field for goes into annotations',
        zh: '全写在一个对象里：类、主机、TLS 和路径。没有对应字段的内容只能写进注解',
      },
      listens: {
        en: 'Where its controller’s proxy does: behind a Service, mostly of type LoadBalancer, at 80 and 443',
        zh: '控制器的代理所在之处：在一个 Service（多为 LoadBalancer 类型）之后，端口 80 和 443',
      },
      looks: { en: 'The request: host and path', zh: '请求：主机和路径' },
      connections: {
        en: 'Two: to the proxy, and from the proxy to an endpoint, as a rule past the backend’s ClusterIP',
        zh: '两个：一个到代理，一个从代理到端点，通常绕过后端的 ClusterIP',
      },
      seen: proxySeen,
      runs: {
        en: 'An Ingress controller with its proxy. Kubernetes brings none',
        zh: 'Ingress 控制器及其代理。Kubernetes 本身不带',
      },
      missing: {
        en: 'The object is stored and does nothing. `ADDRESS` stays empty',
        zh: '对象被保存，却什么也不做，`ADDRESS` 一直为空',
      },
    },
  },
  {
    name: 'Gateway',
    isProxied: true,
    says: {
      object: {
        en: 'GatewayClass, Gateway and HTTPRoute, API `gateway.networking.k8s.io/v1`: custom resources, no part of Kubernetes itself',
        zh: 'GatewayClass、Gateway 和 HTTPRoute，API 为 `gateway.networking.k8s.io/v1`：是自定义资源，不属于 Kubernetes 本身',
      },
      author: {
        en: 'Three roles: the provider the GatewayClass, the operator the Gateway, the developer the HTTPRoute',
        zh: '三种角色：基础设施提供者写 GatewayClass，集群操作员写 Gateway，应用程序开发人员写 HTTPRoute',
      },
      listens: {
        en: 'Where its listeners say: port, protocol, hostname. `allowedRoutes` says who may attach',
        zh: '由它的监听器指定：端口、协议、主机名。`allowedRoutes` 规定谁可以挂接',
      },
      looks: {
        en: 'The request: host, path, method, headers, query',
        zh: '请求：主机、路径、方法、标头、查询参数',
      },
      connections: {
        en: 'Two: to the proxy, and from the proxy to an endpoint of a backend that `weight` decides',
        zh: '两个：一个到代理，一个从代理到端点，后端由 `weight` 决定',
      },
      seen: proxySeen,
      runs: {
        en: 'The CRDs, and a controller for the GatewayClass. Kubernetes brings neither',
        zh: 'CRD，以及该 GatewayClass 的控制器。二者 Kubernetes 都不自带',
      },
      missing: {
        en: 'Without CRDs the API server knows no such kind. Without a controller the Gateway says `Waiting for controller`',
        zh: '没有 CRD，API 服务器不认识这些类别。没有控制器，Gateway 一直显示 `Waiting for controller`',
      },
    },
  },
];
