import {readdirSync, readFileSync} from 'node:fs';
import {setImmediate} from 'node:timers/promises';
import {type Membership, parseMembership} from './membership.ts';

/** A process of a container on this machine, and the groups that it is in. */
export interface FoundContainer extends Membership {
	readonly pid: number;
}

/** Processes that are looked at before others may run: some 2 ms. */
const processesAtOnce = 100;

/**
 * The containers among `ids` that run on this machine, found by their processes: of an engine that
 * is elsewhere, or behind a virtual machine, there are none. Asks no engine. Where other users'
 * processes are hidden (`hidepid`), theirs are not found.
 */
export const findContainers = async (
	ids: ReadonlySet<string>,
	procFolder: string,
): Promise<ReadonlyMap<string, FoundContainer>> => {
	const found = new Map<string, FoundContainer>();
	const complete = new Set<string>();
	let looked = 0;
	for (const pid of processIds(procFolder)) {
		if (complete.size === ids.size) break;
		if (++looked % processesAtOnce === 0) await setImmediate();
		const membership = membershipOf(`${procFolder}/${pid}`);
		if (membership === undefined || !ids.has(membership.containerId)) continue;
		const {containerId} = membership;
		if (complete.has(containerId)) continue;
		// Any process will do, but only the first one lives as long as the container.
		const isFirst = isFirstProcess(readQuietly(`${procFolder}/${pid}/status`));
		if (isFirst) complete.add(containerId);
		if (isFirst || !found.has(containerId)) found.set(containerId, {...membership, pid});
	}
	return found;
};

const membershipOf = (folder: string): Membership | undefined => {
	const text = readQuietly(`${folder}/cgroup`);
	return text === undefined ? undefined : parseMembership(text);
};

/** Its number in the innermost namespace is 1 (`NSpid` in `/proc/PID/status`, the outermost first). */
const isFirstProcess = (status: string | undefined): boolean => /^NSpid:.*\t1$/m.test(status ?? '');

/** The newest first: most often what has just started is looked for. */
const processIds = (procFolder: string): readonly number[] =>
	(namesIn(procFolder) ?? [])
		.map(Number)
		.filter(Number.isInteger)
		.toSorted((a, b) => b - a);

const namesIn = (folder: string): readonly string[] | undefined => {
	try {
		return readdirSync(folder);
	} catch {
		// No /proc at all: nothing will be found, and the engine is asked instead.
		return undefined;
	}
};

const readQuietly = (path: string): string | undefined => {
	try {
		return readFileSync(path, 'latin1');
	} catch {
		// It ended meanwhile, or is hidden from this user.
		return undefined;
	}
};
