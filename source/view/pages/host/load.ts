import {formatDuration} from '../../../format/duration.ts';
import {limitToken} from '../../../format/load.ts';
import type {Line, Span} from '../../../format/span.ts';
import type {PressureMeans} from '../../../model/host-detail.ts';
import type {View} from '../../view.ts';
import {plain, styled} from '../../widgets/spans.ts';
import {wrapWords} from '../../widgets/wrap.ts';
import type {Panel} from './panel.ts';

const nameCells = 11;
const figureCells = 6;

/** How much there is to do for the processors, and how long things wait for what there is too little of. */
export const loadPanel: Panel = {
	title: 'load and pressure',
	right: view => [styled('muted', 'up '), plain(upFor(view))],
	body: (view, width, height) => {
		const pressure = pressureLines(view, width);
		return height >= pressure.length + loadLines(view).length
			? [...loadLines(view), ...pressure]
			: [...loadLines(view).slice(-1), ...pressure];
	},
};

const upFor = ({state, symbols}: View): string => {
	const seconds = state.host?.detail?.uptimeSeconds;
	return seconds === undefined ? symbols.unknown : formatDuration(seconds * 1000);
};

const means = (name: string, cells: readonly Span[]): Line => [
	styled('muted', name.padEnd(nameCells)),
	...cells,
];

const heads = (words: readonly string[]): readonly Span[] =>
	words.map(word => styled('muted', word.padStart(figureCells)));

const loadLines = ({state, symbols}: View): readonly Line[] => {
	const {host, engine} = state;
	const cpus = host?.cpus ?? engine?.cpus;
	const {loads} = host?.detail ?? {};
	const values: readonly (number | undefined)[] = loads ?? [host?.load1, undefined, undefined];
	return [
		means('', heads(['1m', '5m', '15m'])),
		[
			...means(
				'load',
				values.map(load => loadSpan(load, cpus, symbols)),
			),
			styled('muted', cpus === undefined ? '' : `  of ${cpus}`),
		],
	];
};

const loadSpan = (
	load: number | undefined,
	cpus: number | undefined,
	{unknown}: View['symbols'],
): Span => {
	const text = (load === undefined ? unknown : load.toFixed(load < 100 ? 2 : 0)).padStart(
		figureCells,
	);
	const token = load === undefined || !cpus ? undefined : limitToken(load / cpus);
	return token === undefined ? plain(text) : styled(token, text);
};

const resources = ['cpu', 'memory', 'io'] as const;

const pressureLines = (view: View, width: number): readonly Line[] => {
	const {host} = view.state;
	if (host?.origin === 'local' && host.detail !== undefined && host.detail.pressure === undefined) {
		return wrapWords('no pressure: this kernel does not measure it (/proc/pressure)', width).map(
			(text): Line => [styled('muted', text)],
		);
	}
	const pressure = host?.detail?.pressure;
	return [
		means('waited for', heads(['10s', '60s', '5m'])),
		...resources.map(name => means(name, pressureSpans(pressure?.[name], view.symbols))),
	];
};

/** From a tenth of the time on it is felt, from a third it hurts. */
const pressureSpans = (
	values: PressureMeans | undefined,
	{unknown}: View['symbols'],
): readonly Span[] =>
	(values ?? [undefined, undefined, undefined]).map(value => {
		const text = value === undefined ? unknown : `${value.toFixed(value < 10 ? 1 : 0)}%`;
		const padded = text.padStart(figureCells);
		if (value === undefined || value < 10) return plain(padded);
		return styled(value < 33 ? 'warn' : 'err', padded);
	});
