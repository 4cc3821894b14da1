import {readFileSync} from 'node:fs';
import {setImmediate} from 'node:timers/promises';
import {sampleInterval} from '../../../model/pace.ts';
import type {StatsSample} from '../../../model/stats-sample.ts';
import type {StatsOptions, StatsTarget} from '../../engine.ts';
import {wait} from '../../wait.ts';
import {Rota} from '../rota.ts';
import type {StatsSampler} from '../sampler.ts';
import {Absences} from './absences.ts';
import {handlesLeft} from './handles.ts';
import {isSystemError} from './kernel-file.ts';
import {parseMounts} from './mounts.ts';
import {handlesEach, type OpenContainer, openContainer, type Places} from './open-container.ts';
import {findContainers} from './search.ts';

/** How soon a new target is noticed. */
const lookMillis = 250;
/** The same before the first one: all figures wait for it. */
const firstLookMillis = 25;
/** Containers that are read before others may run: some 2 ms. */
const readsAtOnce = 25;

export interface CgroupSampler extends StatsSampler {
	/** True for a container that was looked for and cannot be read here. */
	isElsewhere(id: string): boolean;
	/** True while there is no such container. */
	hasAll(): boolean;
	/** Calls back when one more is elsewhere; returns the way to stop that. */
	onElsewhere(listener: () => void): () => void;
}

/** Reads the files of the kernel, for engines on this machine; asks the engine nothing. */
export const createCgroupSampler = (procFolder = '/proc'): CgroupSampler => {
	const listeners = new Set<() => void>();
	const absences = new Absences(() => {
		for (const listener of listeners) listener();
	});
	const mostHandles = handlesLeft(procFolder);

	async function* sample(options: StatsOptions, signal: AbortSignal) {
		const open = new Map<string, OpenContainer>();
		const rota = new Rota(isWatched => sampleInterval('cgroup', isWatched, options.intervalMillis));
		let before: readonly StatsTarget[] = [];
		try {
			while (!signal.aborted) {
				const all = options.targets();
				const targets = absences.leaveOut(all);
				if (targets !== before) closeOthers(open, targets);
				before = targets;
				const due = rota.take(targets, performance.now());
				await openMissing(open, due);
				const samples = await readAll(open, rota, due);
				if (samples.length > 0 && !signal.aborted) yield samples;
				const look = all.length === 0 ? firstLookMillis : lookMillis;
				await wait(Math.min(look, rota.waitMillis(performance.now())), signal);
			}
		} finally {
			closeOthers(open, []);
		}
	}

	const openMissing = async (
		open: Map<string, OpenContainer>,
		due: readonly StatsTarget[],
	): Promise<void> => {
		const missing = new Set(due.map(({ref}) => ref.id).filter(id => !open.has(id)));
		if (missing.size === 0) return;
		const found = await findContainers(missing, procFolder);
		const places = readPlaces(procFolder);
		for (const id of missing) {
			const container = found.get(id);
			const isKept = (open.size + 1) * handlesEach <= mostHandles;
			const opened = container && places && openContainer(container, places, {isKept});
			if (opened === undefined) {
				absences.note(id);
				continue;
			}
			open.set(id, opened);
			absences.forget(id);
		}
	};

	/** Undefined when its group is gone: it has ended, or lives on in another one after a restart. */
	const readOne = (
		open: Map<string, OpenContainer>,
		rota: Rota,
		target: StatsTarget,
	): StatsSample | undefined => {
		const {id} = target.ref;
		const container = open.get(id);
		try {
			return container?.read(target, nowNanos());
		} catch (error) {
			if (!isSystemError(error)) throw error;
			container?.close();
			open.delete(id);
			rota.restart(id);
			return undefined;
		}
	};

	const readAll = async (
		open: Map<string, OpenContainer>,
		rota: Rota,
		due: readonly StatsTarget[],
	): Promise<readonly StatsSample[]> => {
		const samples: StatsSample[] = [];
		for (const [index, target] of due.entries()) {
			if (index > 0 && index % readsAtOnce === 0) await setImmediate();
			const sample = readOne(open, rota, target);
			if (sample !== undefined) samples.push(sample);
		}
		return samples;
	};

	return {
		sample,
		isElsewhere: id => absences.has(id),
		hasAll: () => absences.isEmpty,
		onElsewhere(listener) {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
	};
};

const closeOthers = (open: Map<string, OpenContainer>, targets: readonly StatsTarget[]): void => {
	const wanted = new Set(targets.map(({ref}) => ref.id));
	for (const [id, container] of open) {
		if (wanted.has(id)) continue;
		container.close();
		open.delete(id);
	}
};

/** Undefined where there is no /proc to tell. */
const readPlaces = (procFolder: string): Places | undefined => {
	try {
		return {
			procFolder,
			mounts: parseMounts(readFileSync(`${procFolder}/self/mountinfo`, 'utf8')),
		};
	} catch (error) {
		if (!isSystemError(error)) throw error;
		return undefined;
	}
};

const epochNanos = BigInt(Date.now()) * 1_000_000n - process.hrtime.bigint();

/** Steady, whatever is done to the clock of the machine. */
const nowNanos = (): bigint => epochNanos + process.hrtime.bigint();
