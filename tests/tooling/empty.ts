/** Stands for `server-only`, whose own module throws outside a server build. */
export {};
