import { describe, expect, it } from 'vitest';
import { described } from './described';
import { deploymentOf, prompt } from './prompt';

const serviceOf = (spec: object) => ({ apiVersion: 'v1', kind: 'Service', metadata: { name: 'web' }, spec });

describe('Services', () => {
  it('show the addresses that are ready, of each port', () => {
    const ports = [
      { name: 'http', port: 80, targetPort: 8080, appProtocol: 'http' },
      { name: 'dns', port: 53, protocol: 'UDP', targetPort: 'dns' },
    ];
    const lines = described('svc web', [
      serviceOf({ selector: { app: 'web' }, ports, type: 'NodePort' }),
      deploymentOf('web', 4),
    ]);
    expect(lines).toEqual([
      'Name:                     web',
      'Namespace:                default',
      'Labels:                   <none>',
      'Annotations:              <none>',
      'Selector:                 app=web',
      'Type:                     NodePort',
      'IP Family Policy:         SingleStack',
      'IP Families:              IPv4',
      expect.stringMatching(/^IP: {23}10\.96\.\d+\.\d+$/),
      expect.stringMatching(/^IPs: {22}10\.96\.\d+\.\d+$/),
      'Port:                     http  80/TCP',
      'TargetPort:               8080/TCP',
      'AppProtocol:              http',
      expect.stringMatching(/^NodePort: {17}http {2}3\d{4}\/TCP$/),
      expect.stringMatching(
        /^Endpoints: {16}(10\.244\.0\.\d+:8080,){2}10\.244\.0\.\d+:8080 \+ 1 more\.\.\.$/,
      ),
      'Port:                     dns  53/UDP',
      'TargetPort:               dns/UDP',
      expect.stringMatching(/^NodePort: {17}dns {2}3\d{4}\/UDP$/),
      'Endpoints:',
      'Session Affinity:         None',
      'External Traffic Policy:  Cluster',
      'Internal Traffic Policy:  Cluster',
      'Events:                   <none>',
    ]);
  });

  it('without selector have no addresses; a name elsewhere has no address of its own', () => {
    expect(described('svc web', [serviceOf({ ports: [{ port: 80 }] })])).toEqual(
      expect.arrayContaining(['Selector:                 <none>', 'Endpoints:                <none>']),
    );
    const named = described('svc web', [serviceOf({ type: 'ExternalName', externalName: 'example.com' })]);
    expect(named.slice(4)).toEqual([
      'Selector:          <none>',
      'Type:              ExternalName',
      'IP Families:       <none>',
      'IP:',
      'IPs:               <none>',
      'External Name:     example.com',
      'Session Affinity:  None',
      'Events:            <none>',
    ]);
  });

  it('EndpointSlice and Endpoints', () => {
    const service = serviceOf({ selector: { app: 'web' }, ports: [{ port: 80, targetPort: 8080 }] });
    const lines = described('endpointslices', [service, deploymentOf('web', 1)]);
    expect(lines).toEqual([
      'Name:         web-POD',
      'Namespace:    default',
      'Labels:       endpointslice.kubernetes.io/managed-by=endpointslice-controller.k8s.io',
      '              kubernetes.io/service-name=web',
      expect.stringMatching(/^Annotations: {2}/),
      'AddressType:  IPv4',
      'Ports:',
      '  Name     Port  Protocol',
      '  ----     ----  --------',
      '  <unset>  8080  TCP',
      'Endpoints:',
      expect.stringMatching(/^ {2}- Addresses: {2}10\.244\.0\.\d+$/),
      '    Conditions:',
      '      Ready:    true',
      '    Hostname:   <unset>',
      '    TargetRef:  Pod/web-HASH-POD',
      '    NodeName:   n',
      '    Zone:       <unset>',
      'Events:         <none>',
    ]);
    const at = prompt({
      'all.yaml': { apiVersion: 'v1', kind: 'List', items: [service, deploymentOf('web', 1)] },
    });
    at.type('kubectl apply -f all.yaml');
    at.wait(5);
    expect(at.type('kubectl describe ep web').stdout.slice(4)).toEqual([
      'Subsets:',
      expect.stringMatching(/^ {2}Addresses: {10}10\.244\.0\.\d+$/),
      '  NotReadyAddresses:  <none>',
      '  Ports:',
      '    Name     Port  Protocol',
      '    ----     ----  --------',
      '    <unset>  8080  TCP',
      '',
      'Events:  <none>',
    ]);
  });
});
