import 'server-only';
import { defineLessons } from '@/lib/course/lesson-content';
import acrossClaims from './across-nodes-with-flannel/claims';
import acrossFacts from './across-nodes-with-flannel/facts';
import acrossLabs from './across-nodes-with-flannel/lab';
import acrossQuiz from './across-nodes-with-flannel/quiz';
import hpaClaims from './autoscaling-hpa/claims';
import hpaFacts from './autoscaling-hpa/facts';
import hpaLabs from './autoscaling-hpa/lab';
import hpaQuiz from './autoscaling-hpa/quiz';
import capstoneClaims from './capstone-lvs-squid-apache-mysql/claims';
import capstoneFacts from './capstone-lvs-squid-apache-mysql/facts';
import capstoneLabs from './capstone-lvs-squid-apache-mysql/lab';
import capstoneQuiz from './capstone-lvs-squid-apache-mysql/quiz';
import daemonsetClaims from './daemonset-node-agents/claims';
import daemonsetFacts from './daemonset-node-agents/facts';
import daemonsetLabs from './daemonset-node-agents/lab';
import daemonsetQuiz from './daemonset-node-agents/quiz';
import rolloutClaims from './deployment-rollouts/claims';
import rolloutFacts from './deployment-rollouts/facts';
import rolloutLabs from './deployment-rollouts/lab';
import rolloutQuiz from './deployment-rollouts/quiz';
import podNetworkClaims from './flat-pod-network/claims';
import podNetworkFacts from './flat-pod-network/facts';
import podNetworkLabs from './flat-pod-network/lab';
import podNetworkQuiz from './flat-pod-network/quiz';
import borderClaims from './in-and-out-of-the-cluster/claims';
import borderFacts from './in-and-out-of-the-cluster/facts';
import borderLabs from './in-and-out-of-the-cluster/lab';
import borderQuiz from './in-and-out-of-the-cluster/quiz';
import podClaims from './inside-a-pod/claims';
import podFacts from './inside-a-pod/facts';
import podLabs from './inside-a-pod/lab';
import podQuiz from './inside-a-pod/quiz';
import jobClaims from './jobs-and-cronjobs/claims';
import jobFacts from './jobs-and-cronjobs/facts';
import jobLabs from './jobs-and-cronjobs/lab';
import jobQuiz from './jobs-and-cronjobs/quiz';
import labelClaims from './labels-and-selectors/claims';
import labelFacts from './labels-and-selectors/facts';
import labelLabs from './labels-and-selectors/lab';
import labelQuiz from './labels-and-selectors/quiz';
import reconcileClaims from './reconcile-loop/claims';
import reconcileFacts from './reconcile-loop/facts';
import reconcileLabs from './reconcile-loop/lab';
import reconcileQuiz from './reconcile-loop/quiz';
import serviceClaims from './services-and-discovery/claims';
import serviceFacts from './services-and-discovery/facts';
import serviceLabs from './services-and-discovery/lab';
import serviceQuiz from './services-and-discovery/quiz';
import statefulsetClaims from './statefulset-identity-and-order/claims';
import statefulsetFacts from './statefulset-identity-and-order/facts';
import statefulsetLabs from './statefulset-identity-and-order/lab';
import statefulsetQuiz from './statefulset-identity-and-order/quiz';
import swapClaims from './stateless-or-stateful/claims';
import swapFacts from './stateless-or-stateful/facts';
import swapLabs from './stateless-or-stateful/lab';
import swapQuiz from './stateless-or-stateful/quiz';

/** The lessons that are written. A folder that is not named here is not part of the course. */
export default defineLessons({
  'inside-a-pod': { claims: podClaims, labs: podLabs, quiz: podQuiz, facts: podFacts },
  'reconcile-loop': {
    claims: reconcileClaims,
    labs: reconcileLabs,
    quiz: reconcileQuiz,
    facts: reconcileFacts,
  },
  'labels-and-selectors': {
    claims: labelClaims,
    labs: labelLabs,
    quiz: labelQuiz,
    facts: labelFacts,
  },
  'deployment-rollouts': {
    claims: rolloutClaims,
    labs: rolloutLabs,
    quiz: rolloutQuiz,
    facts: rolloutFacts,
  },
  'autoscaling-hpa': { claims: hpaClaims, labs: hpaLabs, quiz: hpaQuiz, facts: hpaFacts },
  'stateless-or-stateful': { claims: swapClaims, labs: swapLabs, quiz: swapQuiz, facts: swapFacts },
  'statefulset-identity-and-order': {
    claims: statefulsetClaims,
    labs: statefulsetLabs,
    quiz: statefulsetQuiz,
    facts: statefulsetFacts,
  },
  'daemonset-node-agents': {
    claims: daemonsetClaims,
    labs: daemonsetLabs,
    quiz: daemonsetQuiz,
    facts: daemonsetFacts,
  },
  'jobs-and-cronjobs': { claims: jobClaims, labs: jobLabs, quiz: jobQuiz, facts: jobFacts },
  'across-nodes-with-flannel': {
    claims: acrossClaims,
    labs: acrossLabs,
    quiz: acrossQuiz,
    facts: acrossFacts,
  },
  'in-and-out-of-the-cluster': {
    claims: borderClaims,
    labs: borderLabs,
    quiz: borderQuiz,
    facts: borderFacts,
  },
  'services-and-discovery': {
    claims: serviceClaims,
    labs: serviceLabs,
    quiz: serviceQuiz,
    facts: serviceFacts,
  },
  'flat-pod-network': {
    claims: podNetworkClaims,
    labs: podNetworkLabs,
    quiz: podNetworkQuiz,
    facts: podNetworkFacts,
  },
  'capstone-lvs-squid-apache-mysql': {
    claims: capstoneClaims,
    labs: capstoneLabs,
    quiz: capstoneQuiz,
    facts: capstoneFacts,
  },
});
