import createMDX from '@next/mdx';
import { mdxOptions } from './lib/course/mdx/plugins.mjs';

const headers = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'Referrer-Policy', value: 'strict-origin-when-cross-origin' },
  { key: 'Permissions-Policy', value: 'camera=(), microphone=(), geolocation=(), browsing-topics=()' },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
];

/** Only `/embed` may stand in another site's frame. */
const ownFrameOnly = [{ key: 'X-Frame-Options', value: 'SAMEORIGIN' }];

/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  pageExtensions: ['ts', 'tsx'],
  serverExternalPackages: ['better-sqlite3', '@prisma/schema-engine-wasm'],
  turbopack: { root: import.meta.dirname },
  experimental: { globalNotFound: true },
  headers: async () => [
    { source: '/:path*', headers },
    { source: '/((?!embed(?:/|$)).*)', headers: ownFrameOnly },
  ],
};

export default createMDX({ options: mdxOptions })(config);
