import {gibi} from '../world/spec.ts';

/** The machine that the demo pretends to run on. */
export const hostName = 'demo';
export const hostCpus = 8;
export const hostMemoryBytes = Math.floor(31.3 * gibi);

/** CPU time that all cores of the machine had since it was started, an arbitrary instant. */
export const hostSystemNanos = (atMillis: number): number =>
	Math.floor((atMillis - Date.UTC(2026, 0, 1)) * hostCpus * 1e6);
