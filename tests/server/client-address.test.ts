import { createServer, request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import {
  addressBehind,
  addressHeader,
  clientAddress,
  networkOf,
  noteAddresses,
  trustedProxies,
} from '@/lib/server/client-address';

describe('the address behind proxies', () => {
  it.each([
    ['is the connection’s own without a proxy, whatever the client says', '203.0.113.9', 0, '198.51.100.7'],
    ['is what the one proxy saw', '203.0.113.9', 1, '203.0.113.9'],
    ['is not what the client wrote before it', '10.0.0.1, 203.0.113.9', 1, '203.0.113.9'],
    ['is what the first of two proxies saw', '10.0.0.1, 203.0.113.9, 192.0.2.1', 2, '203.0.113.9'],
    ['is the first of a chain that is too short', '203.0.113.9', 3, '203.0.113.9'],
    ['is the connection’s own when the proxy says nothing', '', 1, '198.51.100.7'],
    ['may have spaces and empty places beside it', ' , 203.0.113.9 ,', 1, '203.0.113.9'],
  ])('%s', (_, forwarded, proxies, address) => {
    expect(addressBehind('198.51.100.7', forwarded, proxies)).toBe(address);
  });

  it.each([
    ['192.0.2.1', '192.0.2.1'],
    ['::ffff:192.0.2.1', '192.0.2.1'],
    ['192.0.2.1:4711', '192.0.2.1'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:DB8::1', '2001:db8:0:0::/64'],
    ['[2001:db8:1:2::9]:443', '2001:db8:1:2::/64'],
    ['::1', '0:0:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['', 'unknown'],
    ['x'.repeat(500), 'x'.repeat(64)],
  ])('%s counts as %s', (address, network) => expect(networkOf(address)).toBe(network));

  it.each([
    [undefined, 0],
    ['', 0],
    ['yes', 0],
    ['-1', 0],
    ['1.5', 0],
    ['2', 2],
  ])('PODIUM_PROXIES=%s trusts %i', (told, proxies) => expect(trustedProxies(told)).toBe(proxies));
});

describe('a request to this process', () => {
  afterEach(() => {
    delete process.env.PODIUM_PROXIES;
  });

  const seenBy = (headers: Record<string, string>) =>
    new Promise<string>((done, fail) => {
      const server = createServer((incoming, response) => {
        const seen = new Headers({ [addressHeader]: String(incoming.headers[addressHeader]) });
        response.end(clientAddress(new Request('http://podium.test', { headers: seen })));
      }).listen(0, '127.0.0.1', () => {
        const { port } = server.address() as AddressInfo;
        httpRequest({ port, host: '127.0.0.1', headers }, (response) => {
          response
            .setEncoding('utf8')
            .on('data', done)
            .on('end', () => server.close());
        })
          .on('error', fail)
          .end();
      });
    });

  it('says where it comes from, and cannot say another place', async () => {
    noteAddresses();
    expect(await seenBy({})).toBe('127.0.0.1');
    expect(await seenBy({ [addressHeader]: '203.0.113.9', 'x-forwarded-for': '203.0.113.9' })).toBe(
      '127.0.0.1',
    );
    process.env.PODIUM_PROXIES = '1';
    expect(await seenBy({ 'x-forwarded-for': '10.0.0.1, 203.0.113.9' })).toBe('203.0.113.9');
  });

  it('without an address shares one with all of its like', () => {
    expect(clientAddress(new Request('http://podium.test'))).toBe('unknown');
  });
});
