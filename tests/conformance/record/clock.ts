/** The real time on the model's clock, which begins with the year 2026. */
export const modelMs = (): number => Date.now() - Date.UTC(2026, 0, 1);
