import type { Text } from '@/lib/text';

/** A manifest as it is written, and who writes it. */
export interface RoadManifest {
  readonly kind: string;
  readonly by?: Text;
  readonly yaml: string;
}

/** One rule, written for either API. */
export interface RoadComparison {
  readonly id: string;
  readonly title: Text;
  readonly says: Text;
  readonly ingress: readonly RoadManifest[];
  readonly gateway: readonly RoadManifest[];
}

const operator: Text = { en: 'the operator', zh: '集群操作员' };
const developer: Text = { en: 'the developer', zh: '应用程序开发人员' };

const ingress = `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: shop
  namespace: shop
spec:
  ingressClassName: nginx
  rules:
  - host: shop.example
    http:
      paths:
      - path: /cart
        pathType: Prefix
        backend:
          service:
            name: cart
            port:
              number: 80
      - path: /
        pathType: Prefix
        backend:
          service:
            name: web
            port:
              number: 80`;

const gateway = `apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata:
  name: edge
  namespace: infra
spec:
  gatewayClassName: example
  listeners:
  - name: http
    protocol: HTTP
    port: 80
    allowedRoutes:
      namespaces:
        from: All`;

const httpRoute = `apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata:
  name: shop
  namespace: shop
spec:
  parentRefs:
  - name: edge
    namespace: infra
  hostnames:
  - shop.example
  rules:
  - matches:
    - path:
        type: PathPrefix
        value: /cart
    backendRefs:
    - name: cart
      port: 80
  - backendRefs:
    - name: web
      port: 80`;

const canary = `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: shop-next
  namespace: shop
  annotations:
    nginx.ingress.kubernetes.io/canary: "true"
    nginx.ingress.kubernetes.io/canary-weight: "10"
spec:
  ingressClassName: nginx
  rules:
  - host: shop.example
    http:
      paths:
      - path: /
        pathType: Prefix
        backend:
          service:
            name: web-next
            port:
              number: 80`;

const weights = `  - backendRefs:
    - name: web
      port: 80
      weight: 90
    - name: web-next
      port: 80
      weight: 10`;

export const roadComparisons: readonly RoadComparison[] = [
  {
    id: 'same-rule',
    title: { en: 'The same rule in both APIs', zh: '同一条规则，两种 API' },
    says: {
      en: 'For `shop.example`, what begins with `/cart` goes to the Service `cart`, everything else to `web`. The Gateway belongs to the operator, and lets routes of every namespace attach.',
      zh: '对于 `shop.example`，以 `/cart` 开头的请求发往 Service `cart`，其余发往 `web`。Gateway 归集群操作员所有，允许所有名字空间的路由挂接。',
    },
    ingress: [{ kind: 'Ingress', yaml: ingress }],
    gateway: [
      { kind: 'Gateway', by: operator, yaml: gateway },
      { kind: 'HTTPRoute', by: developer, yaml: httpRoute },
    ],
  },
  {
    id: 'one-in-ten',
    title: { en: 'One request in ten to the next version', zh: '十个请求中有一个发往下一个版本' },
    says: {
      en: 'The Ingress API has no field for shares: a second Ingress carries annotations that one controller, ingress-nginx, reads. In an HTTPRoute a backend has a weight, and every implementation must go by it.',
      zh: 'Ingress API 没有表示比例的字段：要再写一个 Ingress，用注解说明，而这些注解只有 ingress-nginx 这一个控制器会读。在 HTTPRoute 中，后端自带权重，所有实现都必须遵守。',
    },
    ingress: [{ kind: 'Ingress', yaml: canary }],
    gateway: [{ kind: 'HTTPRoute', by: developer, yaml: weights }],
  },
];
