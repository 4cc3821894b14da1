import type {Json} from '../model/json.ts';
import {formatBytes} from './bytes.ts';

/**
 * What a value of an inspect means, where its unit or a special value is not to be guessed: `512M` for
 * `HostConfig.Memory`, `no limit` for 0. Undefined where the value says it itself.
 */
export const inspectWords = (path: string, value: Json): string | undefined => {
	const say = sayings.find(([pattern]) => pattern.test(path))?.[1];
	return say?.(value);
};

type Say = (value: Json) => string | undefined;

const number =
	(say: (value: number) => string | undefined): Say =>
	value =>
		typeof value === 'number' ? say(value) : undefined;

/** 0 and -1 are how engines say that there is none; so is null where a pointer became JSON. */
const orNoLimit =
	(say: (value: number) => string | undefined): Say =>
	value => {
		if (value === null || value === 0 || value === -1) return 'no limit';
		return typeof value === 'number' ? say(value) : undefined;
	};

const bytes = (value: number): string | undefined =>
	value >= 1024 ? formatBytes(value) : undefined;

const units: readonly (readonly [nanos: number, name: string])[] = [
	[3_600e9, 'h'],
	[60e9, 'm'],
	[1e9, 's'],
	[1e6, 'ms'],
	[1e3, 'us'],
];

const unitOf = (value: number): number => units.findIndex(([size]) => value >= size);

/** `1m30s`, `500ms`: two units at most, or two decimals. */
const nanos = (value: number): string | undefined => {
	const [largest] = units[unitOf(value)] ?? [];
	if (largest === undefined) return undefined;
	const step = largest <= 1e9 ? largest / 100 : (units[unitOf(largest - 1)]?.[0] ?? 1);
	// What is rounded may come to the next larger unit: 119.7 s are 2 minutes, not 1m60s.
	const rounded = Math.round(value / step) * step;
	const index = unitOf(rounded);
	const [size = 1, name] = units[index] ?? [];
	if (size <= 1e9) return `${Number((rounded / size).toFixed(2))}${name}`;
	const [nextSize = 1, nextName] = units[index + 1] ?? [];
	const rest = Math.round((rounded % size) / nextSize);
	return `${Math.floor(rounded / size)}${name}${rest === 0 ? '' : `${rest}${nextName}`}`;
};

const micros = (value: number): string | undefined => nanos(value * 1000);

const cpus = (value: number): string => {
	const cores = Number((value / 1e9).toFixed(3));
	return `${cores} CPU${cores === 1 ? '' : 's'}`;
};

const instant: Say = value => (value === '0001-01-01T00:00:00Z' ? 'never' : undefined);

const sayings: readonly (readonly [path: RegExp, say: Say])[] = [
	[/^HostConfig\.(Memory|MemoryReservation|MemorySwap|KernelMemory)$/, orNoLimit(bytes)],
	[/^HostConfig\.(ShmSize|IOMaximumBandwidth)$|^Size(Rw|RootFs)$/, number(bytes)],
	[/^HostConfig\.NanoCpus$/, orNoLimit(cpus)],
	[/^HostConfig\.CpuQuota$/, orNoLimit(value => micros(value)?.concat(' of each period'))],
	[/^HostConfig\.CpuPeriod$/, number(value => (value === 0 ? 'default: 100ms' : micros(value)))],
	[/^HostConfig\.CpuShares$/, number(value => (value === 0 ? 'default: 1024' : undefined))],
	[/^HostConfig\.PidsLimit$/, orNoLimit(() => undefined)],
	[/^Config\.Healthcheck\.(Interval|Timeout|StartPeriod|StartInterval)$/, number(nanos)],
	[/^Config\.StopTimeout$/, number(value => `${value}s`)],
	[/^State\.(Started|Finished)At$/, instant],
];
