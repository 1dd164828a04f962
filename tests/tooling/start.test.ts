import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findChromium } from '../../bin/steps/browser.mjs';
import { databaseFault, databaseFile } from '../../bin/steps/database.mjs';
import { faultIn } from '../../bin/steps/fault.mjs';
import { missingPackages } from '../../bin/steps/install.mjs';
import { completeLock, platformOf } from '../../bin/steps/lock.mjs';
import { nodeFault } from '../../bin/steps/node-version.mjs';
import { freePort, portFault, portOf } from '../../bin/steps/port.mjs';
import { bindingFor } from '../../bin/steps/sqlite-binding.mjs';
import { hashOf } from '../../bin/steps/stamp.mjs';

const root = path.resolve(import.meta.dirname, '../..');
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'podium-tooling-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('The version of Node', () => {
  it.each(['v20.20.0', 'v20.20.2', 'v22.12.0', 'v22.23.3', 'v24.0.0', 'v24.21.0', 'v26.1.0'])(
    '%s will do',
    (version) => {
      expect(nodeFault(version)).toBeUndefined();
    },
  );

  it.each(['v16.0.0', 'v18.20.8', 'v20.19.6', 'v21.7.0', 'v22.11.0', 'v23.11.0'])(
    '%s gets one sentence',
    (version) => {
      expect(nodeFault(version)).toBe(
        `Podium needs Node 20.20, 22.12, 24 or newer; this is Node ${version.slice(1)}.`,
      );
    },
  );

  it.each([
    ['v20.20.2', '12.11.1'],
    ['v22.12.0', '13.2.0'],
    ['v24.21.0', '13.2.0'],
  ])('%s runs better-sqlite3 %s', (version, binding) => {
    expect(bindingFor(version)).toBe(binding);
  });
});

describe('The port', () => {
  it('is 3000 unless PORT says otherwise', () => {
    expect([portOf({}), portOf({ PORT: '' }), portOf({ PORT: '8080' })]).toEqual([3000, 3000, 8080]);
  });

  it.each(['x', '0', '-1', '65536', '3000.5', ' 3000'])('refuses PORT="%s"', (PORT) => {
    expect(() => portOf({ PORT })).toThrow(`PORT is "${PORT}", which is not a port number`);
  });

  it.each(['127.0.0.1', '0.0.0.0'])('is called taken when somebody listens on %s', async (host) => {
    const server = createServer();
    await new Promise<void>((done) => server.listen(0, host, done));
    const { port } = server.address() as { port: number };
    expect(await portFault(port)).toBe(
      `Port ${port} is taken. Stop what uses it, or choose another one: PORT=${port + 1} npm start`,
    );
    await new Promise((done) => server.close(done));
    expect(await portFault(port)).toBeUndefined();
  });

  it('is checked by npm start before anything is installed or built', async () => {
    const server = createServer();
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const { port } = server.address() as { port: number };
    const started = spawnSync(process.execPath, ['bin/start.mjs'], {
      cwd: root,
      env: { ...process.env, PORT: String(port) },
      encoding: 'utf8',
    });
    await new Promise((done) => server.close(done));
    expect(started.stdout).toBe('');
    expect(started.stderr).toMatch(new RegExp(`^podium: Port ${port} is taken\\. .*\\n$`));
    expect(started.status).toBe(1);
  });

  it('is free when it was asked for as free', async () => {
    expect(await portFault(await freePort())).toBeUndefined();
  });
});

describe('The database file', () => {
  it('is read from the address', () => {
    expect(databaseFile('file:./data/podium.db')).toBe(path.join(root, 'data/podium.db'));
    expect(databaseFile('file:/var/podium.db?x=1')).toBe('/var/podium.db');
    expect(() => databaseFile('postgres://db')).toThrow('It must name a file');
  });

  it('may lie in a folder that does not exist yet', () => {
    expect(databaseFault(path.join(folder, 'a/b/podium.db'))).toBeUndefined();
  });

  it('may not be a folder, nor lie in a file', () => {
    mkdirSync(path.join(folder, 'podium.db'));
    writeFileSync(path.join(folder, 'file'), '');
    expect(databaseFault(path.join(folder, 'podium.db'))).toContain('is a folder');
    expect(databaseFault(path.join(folder, 'file/podium.db'))).toMatch(
      /cannot be written \((ENOTDIR|EEXIST)\)/,
    );
  });
});

describe('A failed command', () => {
  it.each([
    ['npm error code ENOSPC', 'The disk is full'],
    [
      'npm error network request to x failed, reason: getaddrinfo EAI_AGAIN x',
      'npm cannot reach its registry',
    ],
    ['gyp ERR! find Python You need to install Python', 'Python 3 is missing'],
    ['gyp ERR! stack Error: not found: make', 'A C++ compiler is missing'],
    ['/bin/sh: 1: g++: not found\nmake: g++: No such file or directory', 'A C++ compiler is missing'],
    ["npm error Error: EACCES: permission denied, mkdir '/x'", 'may not be written'],
  ])('that said "%s" is told in one line', (output, line) => {
    expect(faultIn(output)).toContain(line);
    expect(faultIn(output)).not.toContain('\n');
  });

  it('of an unknown kind has no line made up for it', () => {
    expect(faultIn('error TS2322: Type string is not assignable')).toBeUndefined();
  });
});

describe('The browser', () => {
  const program = (name: string) => {
    const file = path.join(folder, name);
    writeFileSync(file, '');
    chmodSync(file, 0o755);
    return file;
  };
  const none = () => undefined;
  const find = findChromium as (how: {
    env: Record<string, string>;
    platform?: string;
    downloaded: () => string | undefined;
  }) => string | undefined;

  it('is the one that CHROMIUM names, before one on the path', () => {
    program('chromium');
    const chosen = program('my-chromium');
    expect(find({ env: { CHROMIUM: chosen, PATH: folder }, downloaded: none })).toBe(chosen);
  });

  it('must exist when CHROMIUM names it', () => {
    expect(() => find({ env: { CHROMIUM: path.join(folder, 'nothing') }, downloaded: none })).toThrow(
      'not a program',
    );
  });

  it.each(['chromium', 'chromium-browser', 'google-chrome'])('is %s on the path', (name) => {
    const file = program(name);
    expect(find({ env: { PATH: folder }, platform: 'linux', downloaded: none })).toBe(file);
  });

  it("is Playwright's own when nothing is installed", () => {
    expect(find({ env: { PATH: folder }, platform: 'linux', downloaded: () => '/own' })).toBe('/own');
    expect(find({ env: { PATH: folder }, platform: 'linux', downloaded: none })).toBeUndefined();
  });
});

describe('Missing packages', () => {
  const project = (dependencies: Record<string, string>, installed: Record<string, string>) => {
    writeFileSync(path.join(folder, 'package.json'), JSON.stringify({ dependencies }));
    for (const [name, version] of Object.entries(installed)) {
      mkdirSync(path.join(folder, 'node_modules', name), { recursive: true });
      writeFileSync(path.join(folder, 'node_modules', name, 'package.json'), JSON.stringify({ version }));
    }
    return missingPackages(folder);
  };

  it('are those absent, and those in another version than an exact one', () => {
    expect(project({ a: '1.0.0', b: '2.0.0', c: '^3', d: '^4' }, { b: '2.0.1', c: '3.9.9' })).toEqual([
      'a',
      'b',
      'd',
    ]);
  });

  it('are none when all are there', () => {
    expect(project({ a: '1.0.0' }, { a: '1.0.0' })).toEqual([]);
  });
});

describe('The lock', () => {
  it('gets a stub for each optional package of another platform, and keeps what it has', () => {
    const lock = {
      packages: {
        '': {},
        'node_modules/tool': {
          version: '1.0.0',
          dev: true,
          optionalDependencies: { 'tool-linux-x64': '1.0.0', '@t/darwin-arm64': '1.0.0', sharp: '^1' },
        },
        'node_modules/tool-linux-x64': { version: '1.0.0' },
      } as Record<string, object>,
    };
    expect(completeLock(lock)).toEqual(['@t/darwin-arm64']);
    expect(lock.packages['node_modules/@t/darwin-arm64']).toEqual({
      version: '1.0.0',
      dev: true,
      cpu: ['arm64'],
      os: ['darwin'],
      optional: true,
    });
    expect(completeLock(lock)).toEqual([]);
  });

  it.each([
    ['@next/swc-linux-x64-musl', { os: ['linux'], cpu: ['x64'], libc: ['musl'] }],
    ['@rolldown/binding-linux-arm-gnueabihf', { os: ['linux'], cpu: ['arm'], libc: ['glibc'] }],
    ['@x/win32-arm64-msvc', { os: ['win32'], cpu: ['arm64'] }],
  ])('reads the platform of %s', (name, platform) => {
    expect(platformOf(name)).toEqual(platform);
  });

  it('names no registry, and lacks no optional package with an exact version', () => {
    const text = readFileSync(path.join(root, 'package-lock.json'), 'utf8');
    expect(text).not.toContain('"resolved"');
    expect(completeLock(JSON.parse(text))).toEqual([]);
  });
});

describe('The hash of the sources', () => {
  it('changes with a content, a name and a new file, and not with a skipped one', () => {
    const hash = () =>
      hashOf(['a', 'b.txt', 'absent'], { base: folder, skip: (file) => file.endsWith('skipped') });
    mkdirSync(path.join(folder, 'a'));
    writeFileSync(path.join(folder, 'a/x'), '1');
    const first = hash();
    expect(hash()).toBe(first);
    writeFileSync(path.join(folder, 'a/skipped'), '1');
    expect(hash()).toBe(first);
    writeFileSync(path.join(folder, 'a/x'), '2');
    const second = hash();
    writeFileSync(path.join(folder, 'b.txt'), '1');
    expect(new Set([first, second, hash()]).size).toBe(3);
  });
});
