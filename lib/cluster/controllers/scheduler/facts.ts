import type { Facts } from '../../belief';

/** What plugins rest on and what is often believed otherwise. Only the first one holds in Kubernetes. */
export const schedulerFacts = {
  machine: 'scheduler',
  names: [
    /** One of the terms of a required node affinity is enough. */
    'termsAreAlternatives',
    /** One expression of a term is enough. */
    'expressionsAreAlternatives',
    /** Limits are added up, not requests. */
    'limitsAreAddedUp',
    /** What is free on all nodes together can be used by any Pod. */
    'capacityIsOnePool',
    'scheduleAnywayHoldsBack',
    /** maxSkew is the most Pods that a domain may have; and: all domains have to have the same number. */
    'maxSkewIsTheMost',
    'spreadMeansEqual',
  ],
} as const satisfies Facts<string>;
