import { describe, expect, it } from 'vitest';
import { body, claimTemplate, controlled, described } from './described';

describe('storage', () => {
  it('PersistentVolumeClaim and PersistentVolume that are bound, with who uses them', () => {
    const objects = [controlled('StatefulSet', 'db', { volumeClaimTemplates: [claimTemplate] })];
    expect(described('pvc data-db-0', objects)).toEqual([
      'Name:          data-db-0',
      'Namespace:     default',
      'StorageClass:  standard',
      'Status:        Bound',
      'Volume:        pvc-UID',
      'Labels:        app=db',
      expect.stringMatching(/^Annotations: {3}pv\.kubernetes\.io\/bind-completed: yes$/),
      '               pv.kubernetes.io/bound-by-controller: yes',
      'Finalizers:    [kubernetes.io/pvc-protection]',
      'Capacity:      1Gi',
      'Access Modes:  RWO',
      'VolumeMode:    Filesystem',
      'Used By:       db-0',
      'Conditions:',
      expect.stringMatching(/^ {2}Type +Status +LastProbeTime +LastTransitionTime +Reason +Message$/),
      expect.stringMatching(/^ {2}-{4} +-{6} +-{17} +-{18} +-{6} +-{7}$/),
      expect.stringMatching(
        /^ {2}Unused +False +Mon, 01 Jan 0001 00:00:00 \+0000 +Thu, 01 Jan 2026 00:00:00 \+0000 +PodUsingPVC +A pod is currently referencing this PVC$/,
      ),
      expect.stringMatching(/^Events:/),
    ]);
    const lines = described('pv', objects);
    expect(lines[0]).toBe('Name:            pvc-UID');
    expect(lines.slice(3, 14)).toEqual([
      'Finalizers:      [kubernetes.io/pv-protection]',
      'StorageClass:    standard',
      'Status:          Bound',
      'Claim:           default/data-db-0',
      'Reclaim Policy:  Delete',
      'Access Modes:    RWO',
      'VolumeMode:      Filesystem',
      'Capacity:        1Gi',
      'Node Affinity:   <none>',
      'Message:',
      'Source:',
    ]);
  });

  it('PersistentVolumeClaim that waits', () => {
    const claim = { apiVersion: 'v1', kind: 'PersistentVolumeClaim', ...claimTemplate };
    const late = { ...claim, spec: { ...claim.spec, storageClassName: 'late' } };
    expect(body(described('pvc data', [late])).slice(2)).toEqual([
      'StorageClass:  late',
      'Status:        Pending',
      'Volume:',
      'Labels:        <none>',
      'Annotations:   <none>',
      'Finalizers:    [kubernetes.io/pvc-protection]',
      'Capacity:',
      'Access Modes:',
      'VolumeMode:    Filesystem',
      'Used By:       <none>',
    ]);
  });

  it('PersistentVolume that somebody made, on one node', () => {
    const nodeSelectorTerms = [
      {
        matchExpressions: [
          { key: 'kubernetes.io/hostname', operator: 'In', values: ['n', 'm'] },
          { key: 'x', operator: 'Exists' },
        ],
      },
    ];
    const volume = {
      apiVersion: 'v1',
      kind: 'PersistentVolume',
      metadata: { name: 'hand' },
      spec: {
        capacity: { storage: '1024Mi' },
        accessModes: ['ReadWriteMany', 'ReadWriteOnce'],
        local: { path: '/disk' },
        nodeAffinity: { required: { nodeSelectorTerms } },
      },
    };
    expect(described('pv hand', [volume]).slice(4)).toEqual([
      'StorageClass:',
      'Status:            Available',
      'Claim:',
      'Reclaim Policy:    Retain',
      'Access Modes:      RWO,RWX',
      'VolumeMode:        Filesystem',
      'Capacity:          1Gi',
      'Node Affinity:',
      '  Required Terms:',
      '    Term 0:        kubernetes.io/hostname in [n, m]',
      '                   x exists',
      'Message:',
      'Source:',
      '    Type:  LocalVolume (a persistent volume backed by local storage on a node)',
      '    Path:  /disk',
      'Events:    <none>',
    ]);
  });

  it('StorageClass', () => {
    expect(described('sc standard', [])).toEqual([
      'Name:                  standard',
      'IsDefaultClass:        Yes',
      'Annotations:           storageclass.kubernetes.io/is-default-class=true',
      'Provisioner:           podium.dev/always',
      'Parameters:            <none>',
      'AllowVolumeExpansion:  <unset>',
      'MountOptions:          <none>',
      'ReclaimPolicy:         Delete',
      'VolumeBindingMode:     Immediate',
      'Events:                <none>',
    ]);
    const own = {
      apiVersion: 'storage.k8s.io/v1',
      kind: 'StorageClass',
      metadata: { name: 'own' },
      provisioner: 'x.io/y',
      parameters: { b: '2', a: '1' },
      allowVolumeExpansion: true,
      mountOptions: ['ro'],
      allowedTopologies: [{ matchLabelExpressions: [{ key: 'zone', values: ['a', 'b'] }] }],
    };
    const lines = described('sc own', [own]);
    // What apply notes ends with a line end, and stands there like any annotation.
    expect(lines.slice(2, 5)).toEqual([
      expect.stringMatching(/^Annotations: .*last-applied-configuration=\{.*\}$/),
      '',
      'Provisioner:           x.io/y',
    ]);
    expect(lines.slice(5)).toEqual([
      'Parameters:            a=1,b=2',
      'AllowVolumeExpansion:  True',
      'MountOptions:',
      '  ro',
      'ReclaimPolicy:      Delete',
      'VolumeBindingMode:  Immediate',
      'AllowedTopologies:',
      '  Term 0:           zone in [a, b]',
      'Events:             <none>',
    ]);
  });
});
