import {readFileSync} from 'node:fs';
import {totalmem} from 'node:os';
import type {StatsSample} from '../../../model/stats-sample.ts';
import type {StatsTarget} from '../../engine.ts';
import type {FileOptions, Group} from './group.ts';
import {openGroupV1} from './group-v1.ts';
import {openGroupV2} from './group-v2.ts';
import {isSystemError, KernelFile} from './kernel-file.ts';
import {parseMembership} from './membership.ts';
import {type CgroupMounts, folderOf} from './mounts.ts';
import {openPressure} from './pressure.ts';
import type {FoundContainer} from './search.ts';
import {readTraffic} from './traffic.ts';

/** A container whose files are open. */
export interface OpenContainer {
	/** Throws what `KernelFile.read` throws, as soon as the container has ended. */
	read(target: StatsTarget, readAtNanos: bigint): StatsSample;
	close(): void;
}

export interface Places {
	readonly procFolder: string;
	readonly mounts: CgroupMounts;
}

/** Handles that one container keeps open, at most. */
export const handlesEach = 10;

/** Undefined where its groups cannot be read here, for whatever reason. */
export const openContainer = (
	found: FoundContainer,
	places: Places,
	options: FileOptions,
): OpenContainer | undefined => {
	const group = openGroup(found, places, options);
	if (group === undefined) return undefined;
	const unified = places.mounts.unified;
	const pressure = openPressure(folderOf(unified, found.groups.get('') ?? ''), options);
	const netDev = new KernelFile(`${places.procFolder}/${found.pid}/net/dev`, options);
	const readOwnTraffic = () => {
		const traffic = readTraffic(netDev);
		// The number of a process that has ended is given to another one; a handle is not.
		if (!options.isKept) requireMember(found, places.procFolder);
		return traffic;
	};
	// Assigned, because thousands of figures a minute are: to spread each into an object makes one for it.
	const read = ({ref, hasTraffic}: StatsTarget, readAtNanos: bigint): StatsSample => {
		const counters = group.read();
		const waiting = pressure?.read();
		const sample: StatsSample = {ref, origin: 'cgroup', readAtNanos};
		return Object.assign(
			sample,
			counters,
			waiting === undefined ? undefined : {pressure: waiting},
			hasTraffic ? readOwnTraffic() : undefined,
		);
	};
	const close = () => {
		group.close();
		pressure?.close();
		netDev.close();
	};
	try {
		// That a file is there does not mean that it may be read.
		group.read();
		pressure?.read();
		netDev.read();
		requireMember(found, places.procFolder);
	} catch (error) {
		close();
		if (isSystemError(error)) return undefined;
		throw error;
	}
	return {read, close};
};

/** Throws, as for a process that is gone, when there is another one in its place. */
const requireMember = ({pid, containerId}: FoundContainer, procFolder: string): void => {
	const text = readFileSync(`${procFolder}/${pid}/cgroup`, 'utf8');
	if (parseMembership(text)?.containerId === containerId) return;
	throw Object.assign(new Error(`process ${pid} is another one now`), {code: 'ESRCH'});
};

/** A machine of both versions has the controllers in the one that tells of memory. */
const openGroup = (
	{groups}: FoundContainer,
	{mounts}: Places,
	options: FileOptions,
): Group | undefined => {
	const folder = (controller: string) => {
		const group = groups.get(controller);
		return group === undefined ? undefined : folderOf(mounts.controllers.get(controller), group);
	};
	if (!groups.has('memory'))
		return openGroupV2(folderOf(mounts.unified, groups.get('') ?? ''), totalmem(), options);
	const folders = {
		cpu: folder('cpu'),
		cpuacct: folder('cpuacct'),
		memory: folder('memory'),
		pids: folder('pids'),
		blkio: folder('blkio'),
	};
	return openGroupV1(folders, totalmem(), options);
};
