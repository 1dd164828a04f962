/** What `explain` says of Services, storage, nodes and the rest: in Podium's own words. */
export const textsOfNetworkAndStorage = `
Service: One address for Pods that come and go.
ServiceSpec: Which Pods, and how they are reached.
  allocateLoadBalancerNodePorts: Whether a LoadBalancer gets ports on the nodes, too.
  clusterIP: Its address in the cluster. Given by the API server; None makes it headless: its name stands for the Pods themselves.
  clusterIPs: Its addresses, one of each family.
  externalIPs: Addresses outside of the cluster for which nodes take traffic.
  externalName: The name for which this one stands, with type ExternalName.
  externalTrafficPolicy: Whether nodes pass traffic on to other nodes (Cluster) or only to Pods of their own (Local).
  internalTrafficPolicy: The same for traffic from inside.
  ipFamilies: IPv4, IPv6 or both.
  ipFamilyPolicy: Whether it has addresses of both families.
  ports: Its ports.
  publishNotReadyAddresses: Whether Pods that are not Ready count, too.
  selector: Labels of the Pods. Without one nobody keeps its endpoints.
  sessionAffinity: ClientIP sends a client to the same Pod each time.
  type: ClusterIP (inside only), NodePort (a port on every node, too), LoadBalancer (an address outside, too) or ExternalName (a name only).
ServicePort: A port of a Service.
  appProtocol: What is spoken there.
  name: A name for it; needed if there are several.
  nodePort: The port on every node, 30000 to 32767.
  port: The Service's own port.
  protocol: TCP, UDP or SCTP.
  targetPort: The Pods' port, by number or name. The same as port if left out.
EndpointSlice: Addresses of the Pods behind a Service. Its controller writes it.
  addressType: IPv4, IPv6 or FQDN.
  endpoints: The addresses, each with its conditions.
  ports: The ports at which they are reached.
Endpoint: One Pod behind a Service.
  addresses: Its addresses.
  conditions: Whether it is ready, serving or terminating.
  hostname: Its name in DNS.
  nodeName: Its node.
  targetRef: The Pod.
  zone: The zone of its node.
EndpointConditions: How a Pod behind a Service is.
  ready: It gets traffic.
  serving: It is ready, whether or not it is ending.
  terminating: It is ending.
Endpoints: What EndpointSlices say, in the form of earlier days.
PersistentVolumeClaim: Asks for storage.
PersistentVolumeClaimSpec: What storage is asked for.
  accessModes: Who may use it: ReadWriteOnce (one node), ReadOnlyMany, ReadWriteMany, ReadWriteOncePod (one Pod).
  resources: How much.
  selector: Labels of the volumes that fit.
  storageClassName: The StorageClass that makes it; the default one if left out, none if empty.
  volumeMode: Filesystem or Block.
  volumeName: The volume that it is bound to.
PersistentVolume: A piece of storage.
PersistentVolumeSpec: What a piece of storage is.
  accessModes: Who may use it.
  capacity: How much it holds.
  claimRef: The claim that it is bound to.
  mountOptions: How it is mounted.
  nodeAffinity: Nodes from which it can be reached.
  persistentVolumeReclaimPolicy: What becomes of it when its claim is gone: Retain or Delete.
  storageClassName: The StorageClass that it belongs to.
  volumeMode: Filesystem or Block.
StorageClass: A way to make storage when it is asked for.
  allowVolumeExpansion: Whether claims may grow.
  provisioner: Who makes it.
  reclaimPolicy: What becomes of a volume when its claim is gone: Delete or Retain. Delete if left out.
  volumeBindingMode: Immediate, or WaitForFirstConsumer: only when a Pod that uses it has a node.
Volume: Storage in a Pod, of one of these sorts.
  configMap: The keys of a ConfigMap as files.
  emptyDir: An empty folder that lives as long as the Pod.
  hostPath: A path of the node.
  name: Its name; in a Pod there is one of it.
  persistentVolumeClaim: The storage of a claim in the same namespace.
  secret: The keys of a Secret as files.
Node: A machine that runs Pods.
NodeSpec: What a node is to do.
  podCIDR: The addresses of its Pods.
  podCIDRs: The addresses of its Pods, one range of each family.
  providerID: Its id in the cloud.
  taints: What keeps Pods away that do not tolerate it.
  unschedulable: Whether the scheduler leaves it out: cordoned.
Taint: Keeps Pods away from a node.
  effect: NoSchedule (no new ones), PreferNoSchedule (rather no new ones) or NoExecute (those that run go, too).
  key: Its key.
  timeAdded: Since when it is there.
  value: Its value.
NodeStatus: What was last seen of a node.
  addresses: Its addresses.
  allocatable: What Pods can have of it.
  capacity: What it has.
  images: Images that it holds.
  nodeInfo: Its versions and ids.
Namespace: A room for objects: names are one of a kind within it, and who deletes it deletes all in it.
NamespaceStatus: What was last seen of a namespace.
  phase: Active or Terminating.
Event: Something that happened to an object. Events go after an hour.
  action: What was done.
  count: How often it happened.
  eventTime: When it happened first.
  firstTimestamp: When it happened first.
  involvedObject: What it is about.
  lastTimestamp: When it happened last.
  reportingComponent: Who says so.
  reportingInstance: Which one of them.
  type: Normal or Warning.
`;
