const SYSTEMS = [
  'aix',
  'android',
  'darwin',
  'freebsd',
  'linux',
  'netbsd',
  'openbsd',
  'openharmony',
  'sunos',
  'win32',
];
const PROCESSORS = [
  'arm',
  'arm64',
  'ia32',
  'loong64',
  'mips64el',
  'ppc64',
  'riscv64',
  's390x',
  'wasm32',
  'x64',
];

/** Where npm would find `name` for the package at `place`: nested first, then every folder above it. */
function isLocked(packages, place, name) {
  for (let at = place; ; ) {
    if (packages[`${at ? `${at}/` : ''}node_modules/${name}`]) return true;
    if (!at) return false;
    const above = at.lastIndexOf('node_modules/');
    at = above <= 0 ? '' : at.slice(0, above - 1);
  }
}

/** `os`, `cpu` and `libc` as the parts of a package's name tell them: `swc-linux-x64-musl`, `win32-arm64-msvc`. */
export function platformOf(name) {
  const parts = name.split('/').pop().split('-');
  const os = SYSTEMS.filter((system) => parts.includes(system));
  const cpu = PROCESSORS.filter(
    (one) => parts.includes(one) || (one === 'arm' && parts.some((p) => /^armv?\d?$|^armhf$/.test(p))),
  );
  const libc =
    os[0] !== 'linux'
      ? []
      : parts.some((p) => p.startsWith('musl'))
        ? ['musl']
        : parts.some((p) => p.startsWith('gnu'))
          ? ['glibc']
          : [];
  return { ...(cpu.length && { cpu }), ...(os.length && { os }), ...(libc.length && { libc }) };
}

/**
 * Adds a stub entry for every optional dependency with an exact version that the lock lacks, in place, and
 * returns the names added. Entries stay in npm's order.
 */
export function completeLock(lock) {
  const added = [];
  for (const [place, entry] of Object.entries(lock.packages)) {
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
      if (!/^\d+\.\d+\.\d+/.test(version) || isLocked(lock.packages, place, name)) continue;
      const dev = entry.dev ? { dev: true } : {};
      lock.packages[`node_modules/${name}`] = { version, ...dev, ...platformOf(name), optional: true };
      added.push(name);
    }
  }
  const order = (a, b) => (a[0] < b[0] ? -1 : 1);
  lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(order));
  return added;
}
