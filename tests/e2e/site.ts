import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect } from '@playwright/test';
import { freePort } from '../../bin/steps/port.mjs';
import { content, root } from './content';

export const dayMs = 24 * 60 * 60 * 1_000;

/** A site of its own: a server of the same build with its own database, whose clock may be moved when it is started. */
export class Site {
  #server: ChildProcess | undefined;

  private constructor(
    readonly port: number,
    readonly folder: string,
  ) {}

  static make = async () => new Site(await freePort(), mkdtempSync(path.join(tmpdir(), 'podium-site-')));

  get address() {
    return `http://localhost:${this.port}`;
  }

  /** Starts the server; by its clock it is so many days later than it is. */
  async start(daysLater = 0) {
    const child = spawn(process.execPath, ['bin/e2e-server.mjs'], {
      cwd: root,
      env: {
        ...process.env,
        PORT: String(this.port),
        DATABASE_URL: `file:${path.join(this.folder, 'podium.db')}`,
        PODIUM_CLOCK_SHIFT_MS: String(daysLater * dayMs),
      },
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    this.#server = child;
    const status = () =>
      child.exitCode !== null
        ? `ended with ${child.exitCode}`
        : fetch(`${this.address}/en`).then(
            (response) => response.status,
            () => 'no answer yet',
          );
    await expect.poll(status, { message: 'the server answers', timeout: 30_000 }).toBe(200);
    // The first quiz of a server waits until its keys are worked out.
    await fetch(`${this.address}/api/quiz/${content.slug}`);
  }

  /** Asks the server to end; it does so by itself, without a fault. */
  async stop() {
    const child = this.#server;
    this.#server = undefined;
    if (child === undefined || child.exitCode !== null) return;
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    expect(await ended).toEqual([0, null]);
  }

  /** Whether a text stands anywhere in the files of the database. */
  holds = (text: string): boolean =>
    readdirSync(this.folder).some((file) => readFileSync(path.join(this.folder, file)).includes(text));

  async remove() {
    await this.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
