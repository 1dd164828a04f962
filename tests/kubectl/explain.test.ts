import { describe, expect, it } from 'vitest';
import { fieldsOf } from '@/lib/kubectl/explained/fields';
import { textsOfNetworkAndStorage } from '@/lib/kubectl/explained/texts-network';
import { textsOfPods } from '@/lib/kubectl/explained/texts-pods';
import { textsOfWorkloads } from '@/lib/kubectl/explained/texts-workloads';
import { resources } from '@/lib/kubectl/resources';
import { prompt } from './prompt';

describe('kubectl explain', () => {
  it('shows a field with its type, its words, what it is and the fields in it', () => {
    const { type } = prompt();
    expect(type('kubectl explain deployments.apps.spec.strategy').stdout).toEqual([
      'GROUP:      apps',
      'KIND:       Deployment',
      'VERSION:    v1',
      '',
      'FIELD: strategy <DeploymentStrategy>',
      '',
      '',
      'DESCRIPTION:',
      '    How Pods are replaced.',
      '    ',
      'FIELDS:',
      '  rollingUpdate\t<RollingUpdateDeployment>',
      '    How far a rolling update goes at a time.',
      '',
      '  type\t<string>',
      '  enum: Recreate, RollingUpdate',
      '    RollingUpdate (step by step) or Recreate (all old ones go first).',
      '',
      '',
    ]);
    expect(type('kubectl explain pod.spec.restartPolicy').stdout.slice(3, 9)).toEqual([
      'FIELD: restartPolicy <string>',
      'ENUM:',
      '    Always',
      '    Never',
      '    OnFailure',
      '',
    ]);
    expect(type('kubectl explain pods.spec.containers.name').stdout[3]).toBe('FIELD: name <string>');
    expect(type('kubectl explain deploy').stdout).toContain('  spec\t<DeploymentSpec> -required-');
  });

  it('shows the fields of fields to any depth', () => {
    const { type } = prompt();
    const { stdout } = type('kubectl explain deploy.spec --recursive --max-depth=2');
    expect(stdout).toContain('    rollingUpdate\t<RollingUpdateDeployment>');
    expect(stdout).not.toContain('      maxSurge\t<IntOrString>');
    expect(type('kubectl explain deploy --recursive').stdout).toContainEqual(
      expect.stringMatching(/^ {12,}port\t<IntOrString> -required-$/),
    );
  });

  it('refuses in the words of the real one', () => {
    const { type } = prompt();
    expect(type('kubectl explain').stderr).toEqual([
      'error: You must specify the type of resource to explain. Use "kubectl api-resources" for a complete list of supported resources.',
    ]);
    expect(type('kubectl explain pod spec').stderr).toEqual([
      'error: We accept only this format: explain RESOURCE',
    ]);
    expect(type('kubectl explain pod --max-depth=1').stderr).toEqual([
      'error: --max-depth requires --recursive',
    ]);
    expect(type('kubectl explain pod -o x').stderr).toEqual(['error: unrecognized format: x']);
    expect(type('kubectl explain pod.spec.x.y').stderr).toEqual(['error: field "y" does not exist']);
    expect(type('kubectl explain secrets').stderr[0]).toMatch(/^error: not modelled in Podium: secrets/);
    expect(type('kubectl explain pod..spec').stderr[0]).toMatch(/^error: invalid jsonpath syntax/);
  });

  it('knows the other version of autoscalers', () => {
    const { type } = prompt();
    const { stdout } = type('kubectl explain hpa.spec --api-version=autoscaling/v1');
    expect(stdout).toContain('  targetCPUUtilizationPercentage\t<integer>');
    expect(stdout).toContain('  scaleTargetRef\t<CrossVersionObjectReference> -required-');
  });

  it('has the fields of every kind that is served', () => {
    for (const { kind } of resources) expect(fieldsOf(kind), kind).toBeDefined();
  });

  it('says nothing of fields that are not there', () => {
    const texts = [textsOfPods, textsOfWorkloads, textsOfNetworkAndStorage].join('');
    let struct = '';
    for (const line of texts.split('\n')) {
      const [, name] = /^(\S+):/.exec(line) ?? [];
      const [, field] = /^ +(\w+):/.exec(line) ?? [];
      if (name) struct = name;
      if (name && name !== '*') expect(fieldsOf(name), name).toBeDefined();
      if (field && struct !== '*')
        expect(
          fieldsOf(struct)?.map((one) => one.name),
          struct,
        ).toContain(field);
    }
  });
});
