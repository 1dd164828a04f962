import { afterEach, describe, expect, it } from 'vitest';
import { GET } from '@/app/embed/oembed/route';
import { embedWords } from '@/app/embed/words';
import { getFigures, pageIdOf } from '@/lib/course/figures';
import { firstHeightPx, iframeCode } from '@/lib/embed/address';
import { discoveryAddress, type OembedBody } from '@/lib/embed/oembed';

const site = 'https://podium.example';
const all = getFigures();
const of = (kind: (typeof all)[number]['kind']) => {
  const found = all.find((one) => one.kind === kind);
  if (!found) throw new Error(`no ${kind}`);
  return found;
};
const lab = of('lab');
const question = of('prediction');
const name = { lesson: lab.lesson.slug, lab: lab.id };
const page = `${site}/en/lab/${pageIdOf(lab)}`;

async function ask(query: Record<string, string>, host = 'podium.example') {
  const address = `${site}/embed/oembed?${new URLSearchParams(query)}`;
  const response = GET(new Request(address, { headers: { host } }));
  return { status: response.status, headers: response.headers, body: (await response.json()) as OembedBody };
}

afterEach(() => {
  delete process.env.PODIUM_URL;
});

describe('oEmbed', () => {
  it('answers for a lab’s page with the very code that the share dialog gives', async () => {
    const { status, body, headers } = await ask({ url: page, format: 'json' });
    expect(status).toBe(200);
    expect(body).toEqual({
      version: '1.0',
      type: 'rich',
      provider_name: 'Podium',
      provider_url: `${site}/en`,
      title: lab.title.en,
      cache_age: 3_600,
      html: iframeCode(site, name, { locale: 'en' }, lab.title.en),
      width: 960,
      height: firstHeightPx,
    });
    expect(headers.get('content-type')).toMatch(/^application\/json/);
    expect(headers.get('access-control-allow-origin')).toBe('*');
  });

  it('keeps the moment that stands behind # in the address', async () => {
    const { body } = await ask({ url: `${page}#1PYiOYiHQi` });
    expect(body.html).toContain(`/embed/${name.lesson}/${name.lab}?locale=en#1PYiOYiHQi"`);
  });

  it.each([
    [
      'a lesson: its first lab',
      `/zh/learn/${lab.lesson.slug}`,
      `/embed/${name.lesson}/${name.lab}?locale=zh`,
    ],
    ['the playground', '/en/play#1abc', '/embed/play/cluster?locale=en#1abc'],
    ['a widget’s own address', `/embed/${name.lesson}/${name.lab}`, `/embed/${name.lesson}/${name.lab}"`],
    [
      'a widget with its theme and language',
      `/embed/${name.lesson}/${name.lab}?locale=zh&theme=dark&x=1`,
      `/embed/${name.lesson}/${name.lab}?theme=dark&amp;locale=zh"`,
    ],
    [
      'a question’s widget',
      `/embed/${question.lesson.slug}/${question.id}`,
      `/embed/${question.lesson.slug}/${question.id}"`,
    ],
  ])('answers for %s', async (_, path, src) => {
    const { status, body } = await ask({ url: `${site}${path}` });
    expect(status).toBe(200);
    expect(body.html).toContain(`src="${site}${src}`);
  });

  it('says the title in the language of the page', async () => {
    expect((await ask({ url: page.replace('/en/', '/zh/') })).body.title).toBe(lab.title.zh);
    expect((await ask({ url: `${site}/zh/play` })).body.title).toBe(embedWords.zh.cluster);
  });

  it('stays within the room that a host has', async () => {
    const { body } = await ask({ url: page, maxwidth: '480', maxheight: '150' });
    expect([body.width, body.height]).toEqual([480, 150]);
    expect(body.html).toContain('max-width:480px');
    expect(body.html).toContain('height="150"');
    const wide = await ask({ url: page, maxwidth: '3000', maxheight: '3000' });
    expect([wide.body.width, wide.body.height]).toEqual([960, firstHeightPx]);
  });

  it.each(['0', '-1', '1e3', 'wide', ''])('takes a room of "%s" for no limit', async (most) => {
    const { body } = await ask({ url: page, maxwidth: most, maxheight: most });
    expect([body.width, body.height]).toEqual([960, firstHeightPx]);
    expect(body.html).not.toContain('max-width');
  });

  it('answers 400 without an address', async () => {
    expect((await ask({})).status).toBe(400);
    expect((await ask({ url: '', format: 'json' })).status).toBe(400);
  });

  it.each(['xml', 'html', 'JSON', ''])('answers 501 for the format "%s"', async (format) => {
    expect((await ask({ url: page, format })).status).toBe(501);
  });

  it.each([
    'https://elsewhere.example/en/play',
    `https://elsewhere.example/en/lab/${pageIdOf(lab)}`,
    `https://podium.example.evil.example/en/play`,
    `https://podium.example@evil.example/en/play`,
    `https://who@podium.example/en/play`,
    'https://podium.example:8443/en/play',
    '//evil.example/en/play',
    'ftp://podium.example/en/play',
    'javascript:alert(1)',
    'https://',
    `${site}/`,
    `${site}/en`,
    `${site}/fr/play`,
    `${site}/en/play/more`,
    `${site}/en/truth`,
    `${site}/en/learn/nothing`,
    `${site}/en/lab/nothing`,
    `${site}/en/lab/${pageIdOf(question)}`,
    `${site}/en/lab/__proto__`,
    `${site}/embed/${name.lesson}/nothing`,
    `${site}/embed/${name.lesson}/${name.lab}/more`,
    `${site}/embed/oembed`,
  ])('answers 404 for %s', async (url) => {
    const { status, body } = await ask({ url });
    expect([status, body]).toEqual([404, { error: { code: 'noSuchWidget' } }]);
  });

  it('lets nothing of an address break out of the code', async () => {
    const { body } = await ask({ url: `${page}?"><script>#1"><script>` });
    expect(body.html).not.toContain('"><script>');
    expect(body.html).not.toContain('#');
  });

  it('behind a proxy names the site as PODIUM_URL says, and knows it by both names', async () => {
    process.env.PODIUM_URL = 'https://podium.test';
    for (const url of [page, page.replace(site, 'https://podium.test')]) {
      const { status, body } = await ask({ url });
      expect(status, url).toBe(200);
      expect(body.html).toContain('src="https://podium.test/embed/');
    }
  });
});

describe('where a page’s oEmbed is found', () => {
  const path = `/en/lab/${pageIdOf(lab)}`;

  it('is one address that its own endpoint answers, whole where the origin is known', async () => {
    for (const origin of ['', site]) {
      const address = new URL(discoveryAddress(path, origin), site);
      expect(address.pathname).toBe('/embed/oembed');
      const { status, body } = await ask(Object.fromEntries(address.searchParams));
      expect(status).toBe(200);
      expect(body.title).toBe(lab.title.en);
    }
    expect(discoveryAddress(path, site)).toMatch(/^https:\/\/podium\.example\/embed\/oembed\?url=https%3A/);
  });
});
