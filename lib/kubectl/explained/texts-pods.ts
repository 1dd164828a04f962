/** What `explain` says of Pods and of what every object carries: in Podium's own words. */
export const textsOfPods = `
*:
  apiVersion: The version of the API in which this object is written, with its group: v1, apps/v1.
  kind: What sort of object this is: Pod, Deployment.
  metadata: What every object carries: its name, its labels, who owns it.
  spec: What is wanted. Controllers and kubelets work until the cluster is like that.
  status: What was last seen of it. The cluster writes it; what a client writes here is dropped.
  conditions: What was last seen of it, as statements that hold or do not, each with its reason.
  observedGeneration: The metadata.generation that this status answers to. A lower number means that the last change of the spec was not looked at yet.
  lastTransitionTime: When its status last changed.
  lastProbeTime: When it was last looked at.
  lastUpdateTime: When it was last written.
  message: The reason as a sentence for people.
  reason: The reason in one word, for programs.
ObjectMeta: What every object carries, whatever its kind.
  annotations: Free notes, as keys and values. Nothing selects objects by them.
  creationTimestamp: When the API server made it.
  deletionGracePeriodSeconds: How many seconds it has left to end in good order, since its deletion was asked for.
  deletionTimestamp: By when it is to be gone. As long as it has finalizers, or its containers run, it stays and shows as Terminating.
  finalizers: Names of those who have something to do before it may go. It goes when the list is empty.
  generateName: A beginning to which the API server adds five letters, to make a name of its own.
  generation: Counts the changes of its spec.
  labels: Keys and values by which Services, controllers and people select objects.
  managedFields: Who has set which field, for server-side apply.
  name: Its name; within its namespace and kind there is one of it.
  namespace: The namespace in which it is; empty for kinds that are in none.
  ownerReferences: Whose part it is. When all its owners are gone the garbage collector deletes it.
  resourceVersion: Changes with every write. A write that names an old one is refused.
  selfLink: No longer set.
  uid: Different for every object there ever was, also for two of one name.
OwnerReference: An object that another one belongs to.
  blockOwnerDeletion: Whether the owner waits for this one in a foreground deletion.
  controller: Whether the owner is the controller that manages this object. There is one at most.
  name: The owner's name, in the same namespace.
  uid: The owner's uid: an object of the same name that came later is none.
LabelSelector: Selects objects by their labels. Everything in it must hold; an empty one selects all.
  matchExpressions: Requirements by key, operator and values.
  matchLabels: Labels that objects must have, with these values.
LabelSelectorRequirement: What is asked of one label.
  key: The label's key.
  operator: In, NotIn, Exists or DoesNotExist.
  values: The values for In and NotIn; empty for the others.
Pod: One or more containers that run together on a node and share its address and volumes. The smallest thing that Kubernetes runs.
PodSpec: What runs in a Pod, and how.
  activeDeadlineSeconds: How long the Pod may be active, in seconds; then it is stopped and Failed.
  affinity: To which nodes, and near which Pods, it wants to come or must come.
  automountServiceAccountToken: Whether its containers get a token for the API server.
  containers: Its containers. There must be one at least. They can not be added or removed later.
  dnsPolicy: Which names its containers can look up.
  enableServiceLinks: Whether the Services of the namespace are told to the containers in their environment.
  ephemeralContainers: Containers that were added later to look into it. Not modelled in Podium.
  hostAliases: Names and addresses for the containers' file /etc/hosts.
  hostNetwork: Whether it uses its node's network in place of an address of its own.
  hostname: Its hostname; the Pod's name if it is left out.
  imagePullSecrets: Secrets with which images are pulled.
  initContainers: Containers that run one after the other, each to its good end, before the others start. With restartPolicy Always such a container is a sidecar and runs on.
  nodeName: The node that it is bound to. The scheduler writes it; who writes it goes past the scheduler.
  nodeSelector: Labels that a node must have.
  overhead: What the Pod itself needs beside its containers.
  preemptionPolicy: Whether it may push out Pods of lower priority.
  priority: How important it is, as a number. Admission takes it from the priority class.
  priorityClassName: The name of its PriorityClass.
  readinessGates: Conditions that must be True, beside the containers', before the Pod is Ready.
  restartPolicy: Whether containers that ended start again: Always, OnFailure or Never.
  runtimeClassName: Which container runtime runs it.
  schedulerName: The scheduler that looks after it.
  schedulingGates: As long as there is one, the scheduler does not look at the Pod.
  securityContext: Users, groups and rights for all of its containers.
  serviceAccountName: The account under which it speaks with the API server.
  setHostnameAsFQDN: Whether its hostname is its full name in DNS.
  shareProcessNamespace: Whether its containers see each other's processes.
  subdomain: With hostname, the name under which a headless Service announces it.
  terminationGracePeriodSeconds: How many seconds its containers have between SIGTERM and SIGKILL. 30 if it is left out; 0 is at once.
  tolerations: Taints of nodes that do not keep it away.
  topologySpreadConstraints: How evenly Pods like this one are spread over nodes or zones.
  volumes: Storage that its containers can mount.
Container: A program from an image, in a Pod.
  args: Arguments of the program, in place of the image's CMD.
  command: The program, in place of the image's ENTRYPOINT.
  env: Variables of its environment.
  envFrom: ConfigMaps and Secrets all of whose keys become variables.
  image: The image's name: registry/name:tag.
  imagePullPolicy: When the image is pulled: Always, IfNotPresent or Never. Always if the tag is latest or left out, else IfNotPresent.
  lifecycle: What is done right after its start and before its end.
  livenessProbe: Asks again and again whether it still works. If it fails too often the container is restarted.
  name: Its name; in a Pod there is one of it.
  ports: Ports on which it listens. They open anyway; this names them.
  readinessProbe: Asks again and again whether it can take work. While it fails, Services send nothing to the Pod.
  resizePolicy: Whether it must restart when its resources change.
  resources: How much CPU and memory it asks for, and how much it may use.
  restartPolicy: For an init container: Always makes it a sidecar, which runs as long as the Pod does.
  securityContext: Its user and its rights.
  startupProbe: Asks until it succeeds for the first time. Until then the other probes wait.
  stdin: Whether its input is kept open.
  terminationMessagePath: The file whose text is shown when it ends.
  terminationMessagePolicy: Whether the end of its log is shown if that file is empty.
  tty: Whether it gets a terminal.
  volumeDevices: Block devices that it gets.
  volumeMounts: Where the Pod's volumes are in its files.
  workingDir: The folder in which the program starts.
ContainerPort: A port on which a container listens.
  containerPort: Its number, 1 to 65535.
  hostIP: The node's address on which hostPort is opened.
  hostPort: Opens it on the node itself; two Pods that want the same one do not fit on one node.
  name: A name for it, by which probes and Services can call it.
  protocol: TCP, UDP or SCTP.
EnvVar: A variable of a container's environment.
  name: Its name.
  value: Its value. $(OTHER) is replaced by an earlier variable.
  valueFrom: Where its value comes from, in place of value.
EnvVarSource: Where a variable's value comes from.
  configMapKeyRef: A key of a ConfigMap.
  fieldRef: A field of the Pod: metadata.name, status.podIP.
  resourceFieldRef: An amount of the container's resources.
  secretKeyRef: A key of a Secret.
ResourceRequirements: What a container needs.
  claims: Devices that it uses.
  limits: The most that it may use. Above the CPU limit it is slowed down, above the memory limit it is killed (OOMKilled).
  requests: What is kept free for it. The scheduler looks only at this; it is the limit if only a limit is given.
Probe: A question that the kubelet asks a container again and again.
  exec: Runs a command in the container; exit code 0 is a yes.
  failureThreshold: After so many failures in a row it counts as failed. 3 if left out.
  grpc: Asks gRPC's own health service.
  httpGet: Asks over HTTP; an answer from 200 to 399 is a yes.
  initialDelaySeconds: How long to wait after the start of the container.
  periodSeconds: How often to ask. 10 if left out.
  successThreshold: After so many successes in a row it counts as good again. Must be 1 for liveness and startup.
  tcpSocket: A port that can be connected to is a yes.
  terminationGracePeriodSeconds: In place of the Pod's, when this probe ends the container.
  timeoutSeconds: How long an answer may take. 1 if left out.
ExecAction: A command that is run in the container.
  command: The program and its arguments. There is no shell unless it is called.
HTTPGetAction: A question over HTTP.
  host: Whom to ask; the Pod's own address if left out.
  httpHeaders: Headers of the question.
  path: The path: /healthz.
  port: The port's number or name.
  scheme: HTTP or HTTPS.
TCPSocketAction: A port to connect to.
  host: Whom to ask; the Pod's own address if left out.
  port: The port's number or name.
Lifecycle: What is done around a container's life.
  postStart: Done right after its start. If it fails the container is killed.
  preStop: Done before SIGTERM. It takes its time from the grace period.
  stopSignal: The signal in place of SIGTERM.
LifecycleHandler: Something that is done: one of these.
  exec: Runs a command in the container.
  httpGet: Asks over HTTP.
  sleep: Waits.
Toleration: A taint that does not keep the Pod away.
  effect: The taint's effect; all of them if empty.
  key: The taint's key; all of them if empty, with operator Exists.
  operator: Equal (the value must be the same) or Exists (any value).
  tolerationSeconds: How long it stays once a NoExecute taint has come; for ever if left out.
  value: The taint's value.
Affinity: To which nodes a Pod comes.
  nodeAffinity: By the nodes' labels.
  podAffinity: Near Pods with these labels.
  podAntiAffinity: Away from Pods with these labels.
NodeAffinity: Which nodes a Pod wants, by their labels.
  preferredDuringSchedulingIgnoredDuringExecution: What it would like, each with its weight.
  requiredDuringSchedulingIgnoredDuringExecution: What it must have. Once it runs, it stays.
TopologySpreadConstraint: How evenly Pods are spread.
  labelSelector: Which Pods are counted.
  maxSkew: By how many Pods the fullest place may differ from the emptiest.
  minDomains: How many places there must be at least.
  topologyKey: The label of nodes that makes the places: kubernetes.io/hostname.
  whenUnsatisfiable: DoNotSchedule (the Pod waits) or ScheduleAnyway (as even as it can be).
VolumeMount: Where a volume is in a container's files.
  mountPath: The folder.
  name: The volume's name.
  readOnly: Whether it can only be read.
  subPath: A folder within the volume, in place of its root.
PodStatus: What was last seen of a Pod. Its kubelet writes it.
  containerStatuses: What each container does.
  hostIP: The address of its node.
  initContainerStatuses: What each init container does.
  nominatedNodeName: The node on which it waits for others to be pushed out.
  phase: Where it is in its life: Pending, Running, Succeeded, Failed or Unknown.
  podIP: Its address.
  podIPs: Its addresses, one of each family.
  qosClass: Guaranteed, Burstable or BestEffort, from its requests and limits: who goes first when a node runs short.
  startTime: When its kubelet took it up.
ContainerStatus: What a container does.
  containerID: The runtime's id of this instance.
  image: The image that it runs.
  imageID: The image's id.
  lastState: How the instance before this one ended.
  name: The container's name.
  ready: Whether it passes its readiness probe.
  restartCount: How often it was started again.
  started: Whether it has passed its startup probe.
  state: What this instance does: waiting, running or terminated.
PodTemplateSpec: What Pods are made from.
PodCondition: One statement about a Pod.
  status: True, False or Unknown.
  type: PodScheduled, Initialized, ContainersReady, Ready and others.
`;
