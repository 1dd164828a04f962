import { defineNotes } from '@/lib/course/claim';
import { defineClaimIds } from '@/lib/course/outline';

/** The study notes: their parts as they call and number them, and their sentences as they follow each other. */
export default defineNotes([
  {
    title: { en: '7, Pod concepts', zh: '7、Pod概念' },
    claims: [
      ...defineClaimIds('pod', 1, 5),
      'same-pod-01',
      ...defineClaimIds('controllers', 1, 6),
      ...defineClaimIds('replicaset', 1, 6),
      ...defineClaimIds('deployment', 1, 7),
      ...defineClaimIds('hpa', 1, 4),
      ...defineClaimIds('statefulset', 1, 17),
      ...defineClaimIds('stateless-stateful', 1, 6),
    ],
  },
  {
    title: { en: '8, Pod concepts', zh: '8、Pod概念' },
    claims: [
      ...defineClaimIds('daemonset', 1, 10),
      ...defineClaimIds('job', 1, 3),
      ...defineClaimIds('cronjob', 1, 3),
      ...defineClaimIds('service-discovery', 1, 2),
      ...defineClaimIds('worked-example', 1, 5),
    ],
  },
  {
    title: { en: '9, Network communication', zh: '9、网络通信' },
    claims: [
      ...defineClaimIds('network-model', 1, 6),
      'same-pod-02',
      'cross-node-01',
      'pod-to-service-01',
      ...defineClaimIds('cross-node', 2, 6),
      ...defineClaimIds('same-node', 1, 2),
      ...defineClaimIds('flannel', 1, 5),
      ...defineClaimIds('pod-to-service', 2, 3),
      ...defineClaimIds('pod-to-internet', 1, 4),
      'internet-to-pod-01',
    ],
  },
]);
