import 'server-only';
import { barePods } from './bare-pods';
import { carriers } from './carriers';
import { containers } from './containers';
import { cronjob } from './cronjob';
import { daemonset } from './daemonset';
import { databaseWays } from './database-ways';
import { databases } from './databases';
import { deployment } from './deployment';
import { disruption } from './disruption';
import { hpa } from './hpa';
import { job } from './job';
import { migration } from './migration';
import { moreHpa } from './more-hpa';
import { moreJobs } from './more-jobs';
import { moreNodes } from './more-nodes';
import { moreRollouts } from './more-rollouts';
import { orders } from './orders';
import { outages } from './outage';
import { ownership } from './ownership';
import { podAnswers } from './pod-answers';
import { podFiles } from './pod-files';
import { podPorts } from './pod-ports';
import { pods } from './pods';
import { replicas } from './replicas';
import { replicaset } from './replicaset';
import { scheduling } from './scheduling';
import { selectors } from './selectors';
import { service } from './service';
import { statefulset } from './statefulset';
import { statefulsetLives } from './statefulset-lives';
import { swapped } from './swapped';
import { tiers } from './tiers';
import { waiting } from './waiting';

/** Every generator of the course. */
export default [
  ...pods,
  ...containers,
  ...podPorts,
  ...podAnswers,
  ...podFiles,
  ...barePods,
  ...selectors,
  ...carriers,
  ...replicaset,
  ...ownership,
  ...deployment,
  ...service,
  ...swapped,
  ...databases,
  ...statefulset,
  ...statefulsetLives,
  ...moreRollouts,
  ...orders,
  ...daemonset,
  ...scheduling,
  ...job,
  ...moreJobs,
  ...cronjob,
  ...hpa,
  ...moreHpa,
  ...moreNodes,
  ...disruption,
  ...databaseWays,
  ...replicas,
  ...migration,
  ...tiers,
  ...waiting,
  ...outages,
];
