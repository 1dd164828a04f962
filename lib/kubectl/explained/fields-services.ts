/**
 * Fields as `explain` shows them, of Services, endpoints, Events and Namespaces: a struct's name, then its fields in alphabetical order with their types. No type is
 * `string`; `[]` a list of, `{}` a map to; `!` must be given; behind `=` stand the words that may be given.
 * Source: api/openapi-spec of Kubernetes v1.37.2, as facts.
 */
export const servicesFields = `
ClientIPConfig
  timeoutSeconds int
Endpoint
  addresses! [], conditions EndpointConditions, deprecatedTopology {}, hints EndpointHints, hostname,
  nodeName, targetRef ObjectReference, zone
EndpointAddress
  hostname, ip!, nodeName, targetRef ObjectReference
EndpointConditions
  ready bool, serving bool, terminating bool
EndpointHints
  forNodes []ForNode, forZones []ForZone
EndpointPort
  appProtocol, name, port int, protocol=SCTP|TCP|UDP
EndpointPort@core
  appProtocol, name, port! int, protocol=SCTP|TCP|UDP
EndpointSlice
  addressType!=FQDN|IPv4|IPv6, apiVersion, endpoints []Endpoint, kind, metadata ObjectMeta,
  ports []EndpointPort
EndpointSubset
  addresses []EndpointAddress, notReadyAddresses []EndpointAddress, ports []EndpointPort@core
Endpoints
  apiVersion, kind, metadata ObjectMeta, subsets []EndpointSubset
Event
  action, apiVersion, count int, eventTime, firstTimestamp, involvedObject! ObjectReference, kind,
  lastTimestamp, message, metadata! ObjectMeta, reason, related ObjectReference, reportingComponent,
  reportingInstance, series EventSeries, source EventSource, type
EventSeries
  count int, lastObservedTime
EventSource
  component, host
ForNode
  name!
ForZone
  name!
LoadBalancerIngress
  hostname, ip, ipMode, ports []PortStatus
LoadBalancerStatus
  ingress []LoadBalancerIngress
Namespace
  apiVersion, kind, metadata ObjectMeta, spec NamespaceSpec, status NamespaceStatus
NamespaceCondition
  lastTransitionTime, message, reason, status!, type!
NamespaceSpec
  finalizers []
NamespaceStatus
  conditions []NamespaceCondition, phase=Active|Terminating
PortStatus
  error, port! int, protocol!=SCTP|TCP|UDP
ReplicationController
  apiVersion, kind, metadata ObjectMeta, spec ReplicationControllerSpec, status ReplicationControllerStatus
Service
  apiVersion, kind, metadata ObjectMeta, spec ServiceSpec, status ServiceStatus
ServicePort
  appProtocol, name, nodePort int, port! int, protocol=SCTP|TCP|UDP, targetPort IntOrString
ServiceSpec
  allocateLoadBalancerNodePorts bool, clusterIP, clusterIPs [], externalIPs [], externalName,
  externalTrafficPolicy=Cluster|Local, healthCheckNodePort int, internalTrafficPolicy=Cluster|Local,
  ipFamilies [], ipFamilyPolicy=PreferDualStack|RequireDualStack|SingleStack, loadBalancerClass,
  loadBalancerIP, loadBalancerSourceRanges [], ports []ServicePort, publishNotReadyAddresses bool,
  selector {}, sessionAffinity=ClientIP|None, sessionAffinityConfig SessionAffinityConfig,
  trafficDistribution, type=ClusterIP|ExternalName|LoadBalancer|NodePort
ServiceStatus
  conditions []Condition, loadBalancer LoadBalancerStatus
SessionAffinityConfig
  clientIP ClientIPConfig
`;
