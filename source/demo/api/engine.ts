import type {DemoContainer} from '../world/container.ts';
import type {World} from '../world/world.ts';
import type {ActiveFaults} from './active-faults.ts';
import {ApiError, noSuchContainer} from './api-error.ts';
import type {Execs} from './execs.ts';

/** What the handlers work on. */
export interface Engine {
	readonly execs: Execs;
	readonly faults: ActiveFaults;
	readonly world: World;
	/** The oldest API version it speaks. */
	readonly leastApiVersion: string;
	/** The newest API version it speaks. */
	readonly apiVersion: string;
	readonly engineVersion: string;
}

/** Throws 404 when nothing fits and 400 when several do. */
export const containerOf = ({world}: Engine, reference: string): DemoContainer => {
	const found = world.find(reference);
	if (found === undefined) throw noSuchContainer(reference);
	if (found === 'ambiguous')
		throw new ApiError(400, `Multiple IDs found with provided prefix: ${reference}`);
	return found;
};
