import type {Line} from '../../../format/span.ts';
import {isHostStale} from '../../../store/select-stale.ts';
import {
	paintHostCpu,
	paintHostDisk,
	paintHostMemory,
	paintHostNetwork,
} from '../../panes/host/paint-host.ts';
import type {Paint, View} from '../../view.ts';
import {fade} from '../../widgets/fade.ts';
import {sideBySide} from '../../widgets/side-by-side.ts';
import {styled} from '../../widgets/spans.ts';
import {wrapWords} from '../../widgets/wrap.ts';
import {coresPanel} from './cores.ts';
import {disksPanel} from './disks.ts';
import {enginePanel} from './engine-facts.ts';
import {loadPanel} from './load.ts';
import {memoryPanel} from './memory.ts';
import {networksPanel} from './networks.ts';
import {framed, type Panel} from './panel.ts';
import {whyLittle} from './why-little.ts';

/** Two parts side by side, or one over the whole width. */
interface Row {
	readonly least: number;
	/** What more would be empty; undefined where charts grow. */
	readonly most?: number;
	readonly parts: readonly Paint[];
}

/** Figures fade when they are old; what the engine is does not change. */
const ofMachine =
	(paint: Paint): Paint =>
	(view, width, height) => {
		const lines = paint(view, width, height);
		return isHostStale(view.state) ? lines.map(fade) : lines;
	};

const ofPanel = (panel: Panel): Paint =>
	ofMachine((view, width, height) => framed(view, panel, width, height));

const cores = ofPanel(coresPanel);
const memory = ofPanel(memoryPanel);
const load = ofPanel(loadPanel);
const disks = ofPanel(disksPanel);
const networks = ofPanel(networksPanel);

const engine: Paint = (view, width, height) => framed(view, enginePanel, width, height);

/** From what everybody looks for to what is looked up. */
const tall: readonly Row[] = [
	{least: 6, parts: [ofMachine(paintHostCpu), cores]},
	{least: 7, parts: [ofMachine(paintHostMemory), memory]},
	{least: 6, parts: [ofMachine(paintHostDisk), disks]},
	{least: 6, parts: [ofMachine(paintHostNetwork), networks]},
	{least: 8, most: 8, parts: [load, engine]},
];

const short: readonly Row[] = [
	{least: 5, parts: [ofMachine(paintHostCpu), cores]},
	{least: 7, most: 7, parts: [memory, load]},
	{least: 5, parts: [disks, networks]},
	{least: 4, most: 6, parts: [engine]},
];

/** Into it nobody can look. */
const remote: readonly Row[] = [
	{least: 6, parts: [paintHostCpu, paintHostMemory]},
	{least: 5, parts: [paintHostDisk, paintHostNetwork]},
	{least: 6, most: 9, parts: [engine]},
];

/** Panels in two columns: each chart beside the figures it is made of. */
export const paintPanels: Paint = (view, width, height) => {
	const note = noteLines(view, width);
	const room = height - note.length;
	const isRemote = view.state.host?.origin === 'engine';
	const rows = isRemote ? remote : room >= 33 ? tall : short;
	const heights = heightsOf(rows, room);
	const lines = heights.flatMap((rowHeight, index) =>
		rowLines(view, rows[index]?.parts ?? [], width, rowHeight),
	);
	return [...note, ...lines];
};

const noteLines = (view: View, width: number): readonly Line[] => {
	const reason = whyLittle(view);
	if (reason === undefined) return [];
	return wrapWords(reason, width - 2).map((text): Line => [styled('muted', ` ${text}`)]);
};

const rowLines = (
	view: View,
	parts: readonly Paint[],
	width: number,
	height: number,
): readonly Line[] =>
	sideBySide(
		parts.map((paint, index) => {
			const left = Math.round((width * index) / parts.length);
			const right = Math.round((width * (index + 1)) / parts.length);
			return paint(view, right - left, height);
		}),
	);

/** The rows that fit, the first of which share what is left over. */
const heightsOf = (rows: readonly Row[], height: number): readonly number[] => {
	const kept = [...rows];
	const sum = (): number => kept.reduce((total, {least}) => total + least, 0);
	while (kept.length > 1 && sum() > height) kept.pop();
	const heights = kept.map(({least}) => Math.min(least, height));
	for (let left = height - sum(), index = 0, idle = 0; left > 0 && idle < kept.length; index++) {
		const row = index % kept.length;
		const most = kept[row]?.most ?? Number.POSITIVE_INFINITY;
		if ((heights[row] ?? 0) < most) {
			heights[row] = (heights[row] ?? 0) + 1;
			left--;
			idle = 0;
		} else idle++;
	}
	return heights;
};
