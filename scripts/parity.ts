/**
 * `npm run parity`: compares `dockmon --json` with `docker stats --no-stream`, both taken at the
 * same time from containers under three loads. Ends with 1 when a figure is further off than
 * promised. Needs an engine, the docker CLI, the image `busybox:local` and a build.
 */
import path from 'node:path';
import {setTimeout as sleep} from 'node:timers/promises';
import {type Load, output, removeLoad, startLoad} from './lib/docker-cli.ts';

const purpose = 'parity';
const containers = 10;
const rounds = 3;
const allowedCpuPoints = 3;
const allowedMemoryPercent = 1;

const loads: Readonly<Record<string, Load>> = {
	idle: {cpus: 0, memoryMebibytes: 4},
	light: {cpus: 0.1, memoryMebibytes: 32},
	heavy: {cpus: 0.25, memoryMebibytes: 96},
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

interface Difference {
	readonly load: string;
	readonly container: number;
	readonly docker: Figures;
	readonly ours: Figures;
	readonly cpuPoints: number;
	readonly memoryPercent: number;
}

const compare = async (load: string, ids: readonly string[]): Promise<readonly Difference[]> => {
	const [docker, ours] = await Promise.all([dockerFigures(ids), ourFigures()]);
	return ids.map((id, index) => {
		const theirs = docker.get(id);
		const mine = ours.get(id);
		if (theirs === undefined || mine === undefined) throw new Error(`no figures of ${id}`);
		return {
			load,
			container: index + 1,
			docker: theirs,
			ours: mine,
			cpuPoints: Math.abs(theirs.cpuPercent - mine.cpuPercent),
			memoryPercent: (100 * Math.abs(theirs.memoryBytes - mine.memoryBytes)) / theirs.memoryBytes,
		};
	});
};

const mebibytes = (bytes: number): string => (bytes / 2 ** 20).toFixed(2).padStart(8);
const fixed = (value: number): string => value.toFixed(2).padStart(7);

const row = ({load, container, docker, ours, cpuPoints, memoryPercent}: Difference): string =>
	[
		`${load.padEnd(6)} ${String(container).padStart(4)}`,
		`cpu ${fixed(docker.cpuPercent)} ${fixed(ours.cpuPercent)} off by ${fixed(cpuPoints)}`,
		`memory ${mebibytes(docker.memoryBytes)} ${mebibytes(ours.memoryBytes)} off by ${fixed(memoryPercent)} %`,
	].join('  ');

const differences: Difference[] = [];
console.log('load   container, then docker, dockmon and the difference; memory in MiB');
try {
	for (const [name, load] of Object.entries(loads)) {
		await removeLoad(purpose);
		const ids = await startLoad(purpose, containers, load);
		// The throttle of the scheduler needs some periods to be even.
		await sleep(5000);
		for (let round = 1; round <= rounds; round++) {
			const found = await compare(name, ids);
			for (const difference of found) console.log(row(difference));
			differences.push(...found);
		}
	}
} finally {
	await removeLoad(purpose);
}

const cpu = Math.max(...differences.map(({cpuPoints}) => cpuPoints));
const memory = Math.max(...differences.map(({memoryPercent}) => memoryPercent));
console.log(`largest differences of ${differences.length} comparisons:`);
console.log(`cpu ${cpu.toFixed(2)} points of ${allowedCpuPoints} allowed`);
console.log(`memory ${memory.toFixed(2)} % of ${allowedMemoryPercent} % allowed`);
// Also wrong when a figure is missing and the comparison is not a number.
process.exitCode = cpu <= allowedCpuPoints && memory <= allowedMemoryPercent ? 0 : 1;
