import { factsOf } from '../../believable';

/** What a Deployment's rules rest on and what is often believed otherwise. */
export const deploymentFacts = factsOf('deployment', [
  /** All old Pods go before the first new one comes: the strategy is Recreate. */
  'oldPodsGoFirst',
]);
