import { defineFacts } from '@/lib/course/fact';

export default defineFacts([
  {
    id: 'web-whole-again',
    run: { scenario: 'swap-web' },
    reads: { first: { pod: 'web-7c4f58f949-nkdxz', ready: true }, fromMs: 10_000, untilMs: 20_000 },
  },
  {
    id: 'database-away',
    run: { scenario: 'claimed' },
    reads: { first: { pod: 'mysql-6f845f957d-t46hs', ready: true }, fromMs: 12_000, untilMs: 24_000 },
  },
]);
