import { afterEach, expect, test, vi } from 'vitest';

afterEach(() => {
  vi.unstubAllGlobals();
  vi.resetModules();
});

/** A network whose answers come when the test says so. */
function slowNetwork() {
  const calls: { readonly address: string; readonly answer: (status: number) => void }[] = [];
  const fetched = (address: string) =>
    new Promise<Response>((resolve) => {
      calls.push({ address, answer: (status) => resolve(new Response('{}', { status })) });
    });
  vi.stubGlobal('fetch', fetched);
  return calls;
}

const settle = () => new Promise((resolve) => setImmediate(resolve));

test('requests wait for each other until one has made a learner, then go side by side', async () => {
  const calls = slowNetwork();
  const { callApi } = await import('@/app/_ui/kit/call-api');
  const all = ['/a', '/b', '/c', '/d'].map((address) => callApi(address));
  await settle();
  expect(calls.map(({ address }) => address)).toEqual(['/a']);
  calls[0]?.answer(503);
  await settle();
  expect(calls.map(({ address }) => address)).toEqual(['/a', '/b']);
  calls[1]?.answer(200);
  await settle();
  expect(calls.map(({ address }) => address)).toEqual(['/a', '/b', '/c', '/d']);
  for (const call of calls.slice(2)) call.answer(200);
  expect((await Promise.all(all)).map(({ status }) => status)).toEqual([503, 200, 200, 200]);
});
