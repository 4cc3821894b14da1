import {currentRun, type DemoContainer, isAlive} from './container.ts';
import {type Curve, type CurveShape, curveOf, levelAt, meanOf, totalBetween} from './curve.ts';
import {minutes, seconds} from './spec.ts';

/** Counters since the start of the container, and levels, at one instant. */
export interface Usage {
	readonly cpuNanos: number;
	readonly memoryBytes: number;
	/** Inactive page cache; part of `memoryBytes`. */
	readonly cacheBytes: number;
	readonly netRxBytes: number;
	readonly netTxBytes: number;
	readonly blockReadBytes: number;
	readonly blockWriteBytes: number;
	readonly pids: number;
}

/** Undefined while there is no process to measure. */
export const usageAt = (container: DemoContainer, atMillis: number): Usage | undefined => {
	const run = currentRun(container);
	if (!run || !isAlive(container)) return undefined;
	const {load} = container.spec;
	const ageMillis = atMillis - run.startedAtMillis;
	const cpuSeconds =
		activeTotal(container, run.startedAtMillis, atMillis) +
		(load.startCpuSeconds ?? 0) * settled(ageMillis, 1.5 * seconds);
	const counter = (bytesPerCpuSecond = 0) => Math.floor(bytesPerCpuSecond * cpuSeconds);
	const cacheBytes = Math.floor((load.memory.cacheBytes ?? 0) * settled(ageMillis, 4 * minutes));
	return {
		cpuNanos: Math.floor(cpuSeconds * 1e9),
		memoryBytes: memoryAt(container, ageMillis, atMillis, cacheBytes),
		cacheBytes,
		netRxBytes: counter(load.netRx),
		netTxBytes: counter(load.netTx),
		blockReadBytes: counter(load.blockRead),
		blockWriteBytes: counter(load.blockWrite),
		pids: load.pids,
	};
};

/** How busy a container is compared with its mean; its log goes by it. */
export const busynessAt = (container: DemoContainer, atMillis: number): number => {
	const {cpu} = curvesOf(container);
	return levelAt(cpu, atMillis) / meanOf(cpu);
};

interface Curves {
	/** Cores used, over time. */
	readonly cpu: Curve;
	/** -1 to 1 of the memory's swing, over time. */
	readonly memorySwing: Curve;
}

const swingShape: CurveShape = {
	base: -1,
	swells: [
		[1.2, 47],
		[0.8, 311],
	],
};

/** Made when first asked for: of thousands of stopped containers they never are. */
const curvesOf = (container: DemoContainer): Curves => {
	const made = curves.get(container) ?? {
		cpu: curveOf(container.spec.load.cpu, `cpu ${container.key}`),
		memorySwing: curveOf(swingShape, `memory ${container.key}`),
	};
	curves.set(container, made);
	return made;
};

const curves = new WeakMap<DemoContainer, Curves>();

/** CPU seconds, frozen spans left out. */
const activeTotal = (container: DemoContainer, fromMillis: number, toMillis: number): number => {
	const {cpu} = curvesOf(container);
	const frozen = (currentRun(container)?.pauses ?? []).reduce(
		(total, pause) => total + totalBetween(cpu, pause.fromMillis, pause.toMillis ?? toMillis),
		0,
	);
	return totalBetween(cpu, fromMillis, toMillis) - frozen;
};

const memoryAt = (
	container: DemoContainer,
	ageMillis: number,
	atMillis: number,
	cacheBytes: number,
): number => {
	const {freshBytes, settledBytes, swingBytes, leakBytesPerHour} = container.spec.load.memory;
	const wanted =
		freshBytes +
		(settledBytes - freshBytes) * settled(ageMillis, 20 * seconds) +
		(swingBytes ?? 0) * levelAt(curvesOf(container).memorySwing, atMillis) +
		((leakBytesPerHour ?? 0) * ageMillis) / (60 * minutes) +
		cacheBytes;
	const most = (container.limits.memoryBytes ?? Number.POSITIVE_INFINITY) * 0.985;
	return pageAligned(Math.min(wanted, most));
};

/** 0 at the start, towards 1 with time. */
const settled = (ageMillis: number, scaleMillis: number): number =>
	1 - Math.exp(-Math.max(0, ageMillis) / scaleMillis);

const pageAligned = (bytes: number): number => Math.max(0, Math.floor(bytes / 4096)) * 4096;
