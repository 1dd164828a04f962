import 'server-only';
import { containers } from './containers';
import { cronjob } from './cronjob';
import { daemonset } from './daemonset';
import { deployment } from './deployment';
import { disruption } from './disruption';
import { hpa } from './hpa';
import { job } from './job';
import { replicaset } from './replicaset';
import { selectors } from './selectors';
import { service } from './service';
import { statefulset } from './statefulset';

/** Every generator of the course. */
export default [
  ...containers,
  ...selectors,
  ...replicaset,
  ...deployment,
  ...service,
  ...statefulset,
  ...daemonset,
  ...job,
  ...cronjob,
  ...hpa,
  ...disruption,
];
