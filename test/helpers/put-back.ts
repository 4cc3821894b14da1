import {afterAll, vi} from 'vitest';

// For files that share a process, see `vitest.config.ts`: the next one begins with the clock of the machine.
afterAll(() => {
	vi.useRealTimers();
});
