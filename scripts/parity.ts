/**
 * `npm run parity`: compares, of containers under several loads, the CPU that dockmon shows with that of
 * `docker stats`, both running, and the memory of `dockmon --json`; and the counters of network and disk with
 * what the engine itself answers. Ends with 1 when a figure is further off than promised. Needs an engine
 * on this machine, the docker CLI, the image `busybox:local` and a build.
 */
import path from 'node:path';
import process from 'node:process';
import {setTimeout as sleep} from 'node:timers/promises';
import {
	containerName,
	engineSocket,
	networkOptions,
	output,
	removeAll,
	startContainers,
} from './lib/docker-cli.ts';
import {engineJson} from './lib/engine-json.ts';
import {interruptible} from './lib/interruptible.ts';
import {
	type Counters,
	countersOf,
	cpuPointsApart,
	type Figures,
	memoryPercentApart,
	middlePair,
	type Pair,
	type StatsAnswer,
} from './lib/parity-figures.ts';
import {movingPlan, type ParityLoad, steadyLoads} from './lib/parity-loads.ts';
import {ParityScreens} from './lib/parity-screens.ts';
import {renderTable} from './lib/table.ts';

const purpose = 'parity';
const rounds = 15;
/** The throttle of the scheduler needs some periods to be even, and a file its time to be read. */
const settleMillis = 5000;
const roundMillis = 1000;
const attempts = 10;
const allowedCpuPoints = 3;
const allowedMemoryPercent = 1;

const cli = path.join(import.meta.dirname, '../build/cli.js');

type Ours = Figures & {readonly [Name in keyof Counters]: number | null};

const ourFigures = async (): Promise<ReadonlyMap<string, Ours>> => {
	const snapshot: {containers: ReadonlyArray<Ours & {readonly id: string}>} = JSON.parse(
		await output(process.execPath, [cli, '--json']),
	);
	return new Map(snapshot.containers.map(container => [container.id, container]));
};

/** What both show now, and how much memory it is by `dockmon --json`. */
const pairUp = (
	ids: readonly string[],
	screens: ParityScreens,
	ours: ReadonlyMap<string, Ours>,
): readonly Pair[] => {
	const shown = screens.docker();
	return ids.map((id, index) => {
		const docker = shown.get(id);
		const cpuPercent = screens.cpuOf(containerName(purpose, index + 1));
		const memoryBytes = ours.get(id)?.memoryBytes;
		if (docker === undefined || cpuPercent === undefined || memoryBytes === undefined)
			throw new Error(`no figures of ${id}`);
		return {docker, ours: {cpuPercent, memoryBytes}};
	});
};

const measureLoad = async ({plans}: ParityLoad, signal: AbortSignal): Promise<readonly Pair[]> => {
	const ids = await startContainers(purpose, plans, signal);
	const screens = new ParityScreens(ids);
	const taken: Array<readonly Pair[]> = [];
	try {
		await sleep(settleMillis, undefined, {signal});
		const ours = await ourFigures();
		await sleep(settleMillis, undefined, {signal});
		for (let round = 0; round < rounds; round++) {
			taken.push(pairUp(ids, screens, ours));
			await sleep(roundMillis, undefined, {signal});
		}
	} finally {
		await screens.close();
	}
	await removeAll(purpose);
	return ids.map((_, index) =>
		middlePair(taken.map(pairs => pairs[index]).filter(pair => pair !== undefined)),
	);
};

const mebibytes = (bytes: number): string => (bytes / 2 ** 20).toFixed(2);

const pairRow = (load: string, pair: Pair): readonly string[] => [
	load,
	pair.docker.cpuPercent.toFixed(2),
	pair.ours.cpuPercent.toFixed(2),
	cpuPointsApart(pair).toFixed(2),
	mebibytes(pair.docker.memoryBytes),
	mebibytes(pair.ours.memoryBytes),
	memoryPercentApart(pair).toFixed(2),
];

/** False where something is further off than promised, and where a figure is missing and the difference is no number. */
const compareSteady = async (signal: AbortSignal): Promise<boolean> => {
	const all: Pair[] = [];
	const starved: string[] = [];
	const header = ['load', 'CPU docker', 'dockmon', 'points', 'memory docker', 'dockmon', '% off'];
	const rows: Array<readonly string[]> = [header];
	for (const load of steadyLoads) {
		const pairs = await measureLoad(load, signal);
		all.push(...pairs);
		const used = pairs[0]?.docker.cpuPercent ?? 0;
		if (used < 90 * load.cores) starved.push(`${load.name} got ${used.toFixed(0)} %`);
		rows.push(...pairs.map(pair => pairRow(load.name, pair)));
	}
	const cpu = Math.max(...all.map(cpuPointsApart));
	const memory = Math.max(...all.map(memoryPercentApart));
	console.log(`medians of ${rounds} rounds; CPU in % of a core, memory in MiB\n`);
	console.log(`${renderTable(rows)}\n`);
	if (starved.length > 0) console.log(`the machine was too busy: ${starved.join(', ')}\n`);
	console.log(`largest: CPU ${cpu.toFixed(2)} points of ${allowedCpuPoints} allowed,`);
	console.log(`memory ${memory.toFixed(2)} % of ${allowedMemoryPercent} % allowed\n`);
	return cpu <= allowedCpuPoints && memory <= allowedMemoryPercent;
};

/** The engine is asked before and after us, because only what stood still meanwhile can be compared. */
const takeCounters = async (
	id: string,
	signal: AbortSignal,
): Promise<{readonly engine: Counters; readonly ours: Ours}> => {
	const socketPath = await engineSocket();
	const ask = async (): Promise<Counters> =>
		countersOf(
			(await engineJson(socketPath, `/containers/${id}/stats?stream=false`)) as StatsAnswer,
		);
	for (let attempt = 0; attempt < attempts; attempt++) {
		signal.throwIfAborted();
		const engine = await ask();
		const ours = (await ourFigures()).get(id);
		const after = await ask();
		const stoodStill = JSON.stringify(after) === JSON.stringify(engine);
		if (ours !== undefined && stoodStill) return {engine, ours};
	}
	throw new Error('the counters never stood still');
};

const compareCounters = async (signal: AbortSignal): Promise<boolean> => {
	const plan = movingPlan(await networkOptions(purpose));
	const [id = ''] = await startContainers(purpose, [plan], signal);
	while ((await output('docker', ['logs', id])) !== 'done') await sleep(500, undefined, {signal});
	await sleep(settleMillis, undefined, {signal});
	const {engine, ours} = await takeCounters(id, signal);
	const names = Object.keys(engine) as Array<keyof Counters>;
	const isExact = (name: keyof Counters): boolean => (engine[name] ?? null) === ours[name];
	const verdict = (name: keyof Counters): string => {
		if (!isExact(name)) return 'different';
		return engine[name] ? 'exact' : 'not counted by this machine';
	};
	const rows = names.map(name => [
		...[name, `${engine[name] ?? '–'}`, `${ours[name] ?? '–'}`, verdict(name)],
	]);
	console.log(renderTable([['counter', 'engine', 'dockmon', ''], ...rows]));
	return names.every(isExact);
};

const compare = async (signal: AbortSignal): Promise<void> => {
	await removeAll(purpose);
	const isSteadyFine = await compareSteady(signal);
	const isExact = await compareCounters(signal);
	process.exitCode = isSteadyFine && isExact ? 0 : 1;
};

await interruptible(compare, () => removeAll(purpose));
