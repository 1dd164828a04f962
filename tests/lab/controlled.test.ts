import { describe, expect, it } from 'vitest';
import { controlledIn } from '@/app/_ui/lab/controlled';
import rollouts from '@/content/deployment-rollouts/lab';
import { createSession } from '@/lib/lab/create-session';

const open = (id: string) => {
  const scenario = rollouts.scenarios.find((one) => one.id === id);
  if (!scenario) throw new Error(`no scenario ${id}`);
  return createSession(scenario);
};

describe('the controls of a figure about a Deployment or a ReplicaSet', () => {
  it('show how many replicas it has and which image', () => {
    expect(controlledIn(open('rolling').view())).toEqual({ replicas: 3, image: 'app:v1' });
    expect(controlledIn(open('bare').view())).toEqual({ replicas: 3, image: 'app:v1' });
  });

  it('follow what is done to it', () => {
    const session = open('rolling');
    session.do({ verb: 'scale', kind: 'Deployment', name: 'web', replicas: 5 });
    expect(controlledIn(session.view())?.replicas).toBe(5);
  });

  it('show nothing once it is deleted', () => {
    const session = open('rolling');
    session.do({ verb: 'delete', kind: 'Deployment', name: 'web' });
    expect(controlledIn(session.view())).toBeUndefined();
  });
});
