/**
 * `npm run parity`: compares `dockmon --json` with `docker stats --no-stream`, both taken at the
 * same time from containers under three loads. Ends with 1 when a figure is further off than
 * promised. Needs an engine, the docker CLI, the image `busybox:local` and a build.
 */
import {availableParallelism} from 'node:os';
import path from 'node:path';
import {setTimeout as sleep} from 'node:timers/promises';
import {type Load, output, removeLoad, startLoad} from './lib/docker-cli.ts';

const purpose = 'parity';
const containers = 10;
const rounds = 5;
const allowedCpuPoints = 3;
const allowedMemoryPercent = 1;

const loads: Readonly<Record<string, Load>> = {
	idle: {cpus: 0, memoryMebibytes: 4},
	light: {cpus: 0.1, memoryMebibytes: 32},
	// All together leave the machine some room: one that is full shares itself out anew each second,
	// and the two tools look at different seconds.
	heavy: {cpus: (0.7 * availableParallelism()) / containers, memoryMebibytes: 96},
};

interface Figures {
	readonly cpuPercent: number;
	readonly memoryBytes: number;
}

const units: Readonly<Record<string, number>> = {B: 1, KiB: 2 ** 10, MiB: 2 ** 20, GiB: 2 ** 30};

/** Bytes of `12.5MiB`, as docker prints them with four digits. */
const parseBytes = (text: string): number => {
	const [, digits, unit = ''] = /^([\d.]+)([KMG]?i?B)$/u.exec(text.trim()) ?? [];
	const factor = units[unit];
	if (factor === undefined) throw new Error(`docker printed a size that is not known: ${text}`);
	return Number(digits) * factor;
};

const dockerFigures = async (ids: readonly string[]): Promise<ReadonlyMap<string, Figures>> => {
	const format = '--format={{.ID}} {{.CPUPerc}} {{.MemUsage}}';
	const lines = await output('docker', ['stats', '--no-stream', '--no-trunc', format, ...ids]);
	return new Map(
		lines.split('\n').map(line => {
			const [id = '', cpu = '', memory = ''] = line.split(' ');
			const figures = {cpuPercent: Number.parseFloat(cpu), memoryBytes: parseBytes(memory)};
			return [id, figures];
		}),
	);
};

const cli = path.join(import.meta.dirname, '../build/cli.js');

const ourFigures = async (): Promise<ReadonlyMap<string, Figures>> => {
	const snapshot: {containers: ReadonlyArray<Figures & {readonly id: string}>} = JSON.parse(
		await output(process.execPath, [cli, '--json']),
	);
	return new Map(snapshot.containers.map(container => [container.id, container]));
};

interface Pair {
	readonly docker: Figures;
	readonly ours: Figures;
}

const pairUp = async (ids: readonly string[]): Promise<readonly Pair[]> => {
	const [docker, ours] = await Promise.all([dockerFigures(ids), ourFigures()]);
	return ids.map(id => {
		const theirs = docker.get(id);
		const mine = ours.get(id);
		if (theirs === undefined || mine === undefined) throw new Error(`no figures of ${id}`);
		return {docker: theirs, ours: mine};
	});
};

const median = (values: readonly number[]): number =>
	values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

const medians = (figures: readonly Figures[]): Figures => ({
	cpuPercent: median(figures.map(({cpuPercent}) => cpuPercent)),
	memoryBytes: median(figures.map(({memoryBytes}) => memoryBytes)),
});

const cpuPoints = ({docker, ours}: Pair): number => Math.abs(docker.cpuPercent - ours.cpuPercent);
const memoryPercent = ({docker, ours}: Pair): number =>
	(100 * Math.abs(docker.memoryBytes - ours.memoryBytes)) / docker.memoryBytes;

const mebibytes = (bytes: number): string => (bytes / 2 ** 20).toFixed(2).padStart(8);
const fixed = (value: number): string => value.toFixed(2).padStart(7);

const row = (load: string, index: number, pair: Pair): string =>
	[
		`${load.padEnd(6)} ${String(index + 1).padStart(4)}`,
		`cpu ${fixed(pair.docker.cpuPercent)} ${fixed(pair.ours.cpuPercent)} off by ${fixed(cpuPoints(pair))}`,
		`memory ${mebibytes(pair.docker.memoryBytes)} ${mebibytes(pair.ours.memoryBytes)} off by ${fixed(memoryPercent(pair))} %`,
	].join('  ');

const all: Pair[] = [];
console.log(`medians of ${rounds} rounds: load, container, docker, dockmon; memory in MiB`);
try {
	for (const [name, load] of Object.entries(loads)) {
		await removeLoad(purpose);
		const ids = await startLoad(purpose, containers, load);
		// The throttle of the scheduler needs some periods to be even.
		await sleep(5000);
		const taken: Pair[][] = ids.map(() => []);
		for (let round = 1; round <= rounds; round++) {
			const pairs = await pairUp(ids);
			for (const [index, pair] of pairs.entries()) taken[index]?.push(pair);
		}
		for (const [index, pairs] of taken.entries()) {
			// The two look at seconds that begin at different moments, so single rounds differ by what
			// the load itself did meanwhile.
			const pair = {
				docker: medians(pairs.map(({docker}) => docker)),
				ours: medians(pairs.map(({ours}) => ours)),
			};
			console.log(row(name, index, pair));
			all.push(pair);
		}
	}
} finally {
	await removeLoad(purpose);
}

const cpu = Math.max(...all.map(cpuPoints));
const memory = Math.max(...all.map(memoryPercent));
console.log(`largest differences of ${all.length} containers:`);
console.log(`cpu ${cpu.toFixed(2)} points of ${allowedCpuPoints} allowed`);
console.log(`memory ${memory.toFixed(2)} % of ${allowedMemoryPercent} % allowed`);
// Also wrong when a figure is missing and the comparison is not a number.
process.exitCode = cpu <= allowedCpuPoints && memory <= allowedMemoryPercent ? 0 : 1;
