import 'server-only';
import { containers } from './containers';
import { cronjob } from './cronjob';
import { daemonset } from './daemonset';
import { deployment } from './deployment';
import { disruption } from './disruption';
import { hpa } from './hpa';
import { job } from './job';
import { moreJobs } from './more-jobs';
import { moreNodes } from './more-nodes';
import { moreRollouts } from './more-rollouts';
import { orders } from './orders';
import { ownership } from './ownership';
import { pods } from './pods';
import { replicaset } from './replicaset';
import { scheduling } from './scheduling';
import { selectors } from './selectors';
import { service } from './service';
import { statefulset } from './statefulset';
import { statefulsetLives } from './statefulset-lives';

/** Every generator of the course. */
export default [
  ...pods,
  ...containers,
  ...selectors,
  ...replicaset,
  ...ownership,
  ...deployment,
  ...service,
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
  ...moreNodes,
  ...disruption,
];
