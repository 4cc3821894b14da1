import {fitLine, lineWidth} from '../../../format/line.ts';
import {cleanText} from '../../../format/sanitise.ts';
import type {Line} from '../../../format/span.ts';
import type {Wait} from '../../../model/attention/dependencies.ts';
import {layOutGraph} from '../../../model/compose/graph.ts';
import type {Graph, GraphColumn, GraphItem} from '../../../model/compose/graph-shape.ts';
import type {ProjectEntry} from '../../../store/select-compose.ts';
import type {View} from '../../view.ts';
import {bold, plain, styled} from '../../widgets/spans.ts';
import {marksOf, whyUnmetNow} from './entry-words.ts';
import {type ChannelLooks, channelLines, channelWidth} from './graph-channel.ts';
import {glyphsOf} from './graph-glyphs.ts';

export interface GraphPlace {
	readonly width: number;
	readonly height: number;
	/** The service that is looked at. */
	readonly chosen?: string;
}

/** With more of them nobody finds anything in a drawing. */
const mostServices = 60;
/** Services and waits together: a label may name as many as somebody likes that do not exist. */
const mostParts = 240;
/** Two signs with a blank behind each. */
const markCells = 4;
/** Names are cut to these in turn, until it fits. */
const nameWidths = [24, 16, 12] as const;

/** What waits for what, as a drawing; nothing where there is no room, or nothing waits. */
export const graphLines = (
	view: View,
	project: ProjectEntry,
	place: GraphPlace,
): readonly Line[] => {
	const graph = graphOf(project);
	const {columns, isDrawable, height} = graph;
	if (!isDrawable || columns.length < 2 || height > place.height) return [];
	for (const labels of [words, letters])
		for (const names of nameWidths) {
			const drawn = drawnIn(view, project, graph, {place, names, labels});
			if (drawn !== undefined) return drawn;
		}
	return [];
};

/** Without columns where it is too big to be drawn; the same while nobody waits for anything else. */
export const graphOf = (project: ProjectEntry): Graph => {
	const {services} = project;
	if (latest?.services === services) return latest.graph;
	const waits = isTooMuch(services)
		? ''
		: JSON.stringify(services.map(({name, waits}) => [name, waits]));
	const graph = latest?.waits === waits ? latest.graph : layOutGraph(waits === '' ? [] : services);
	latest = {services, waits, graph};
	return graph;
};

let latest:
	| {
			readonly services: ProjectEntry['services'];
			/** What waits for what; empty where it is too much. */
			readonly waits: string;
			readonly graph: Graph;
	  }
	| undefined;

/** Nobody looks for anything in a drawing of all that, and it may take long to make. */
export const isTooMuch = (services: ProjectEntry['services']): boolean => {
	const parts = services.reduce((sum, {waits}) => sum + waits.length, services.length);
	return services.length > mostServices || parts > mostParts;
};

type Labels = Readonly<Record<Wait['condition'], string>>;

const words: Labels = {
	service_started: 'started',
	service_healthy: 'healthy',
	service_completed_successfully: 'ended',
};

const letters: Labels = {
	service_started: 's',
	service_healthy: 'h',
	service_completed_successfully: 'e',
};

interface Fit {
	readonly place: GraphPlace;
	/** Cells of a name, at most. */
	readonly names: number;
	readonly labels: Labels;
}

const drawnIn = (
	view: View,
	project: ProjectEntry,
	graph: Graph,
	{place, names, labels}: Fit,
): readonly Line[] | undefined => {
	const isUnmet = (wait: Wait): boolean =>
		whyUnmetNow(view.state, project.name, wait) !== undefined;
	const looks: ChannelLooks = {
		glyphs: glyphsOf(view.symbols),
		labelOf: ({condition}) => labels[condition],
		isUnmet,
		unmet: new Set(
			project.services.flatMap(({waits}) => waits.filter(isUnmet).map(({service}) => service)),
		),
	};
	const widths = graph.columns.map(({items}) => columnWidth(items, names));
	const channels = graph.columns.slice(0, -1).map(column => channelWidth(column, looks));
	const width = [1, ...widths, ...channels].reduce((sum, each) => sum + each, 0);
	if (width > place.width) return undefined;
	const between = graph.columns.map(column => channelLines(column, graph.height, looks));
	return Array.from(
		{length: graph.height},
		(_, row): Line => [
			plain(' '),
			...graph.columns.flatMap((column, at) => [
				...cellOf(view, project, column, {
					row,
					width: widths[at] ?? 0,
					chosen: place.chosen,
					looks,
				}),
				...(at < channels.length ? (between[at]?.[row] ?? []) : []),
			]),
		],
	);
};

/** A blank behind the longest name. */
const columnWidth = (items: readonly GraphItem[], most: number): number =>
	markCells +
	1 +
	Math.max(
		1,
		...items.map(({name, isPassing}) =>
			isPassing ? 0 : Math.min(most, lineWidth([plain(cleanText(name))])),
		),
	);

interface CellPlace {
	readonly row: number;
	readonly width: number;
	readonly chosen: string | undefined;
	readonly looks: ChannelLooks;
}

/** Name and state of a service, with the line that begins there; the line that passes; or nothing. */
const cellOf = (
	{symbols}: View,
	{services}: ProjectEntry,
	{items}: GraphColumn,
	{row, width, chosen, looks}: CellPlace,
): Line => {
	const item = items.find(each => each.row === row);
	if (item === undefined) return [plain(' '.repeat(width))];
	const {name, isPassing, waits} = item;
	const {across, acrossUnmet} = looks.glyphs;
	const isUnmet = isPassing
		? looks.unmet.has(name)
		: waits.length === 1 && waits.some(looks.isUnmet);
	const line = isUnmet ? acrossUnmet : across;
	const token = isUnmet ? 'err' : 'muted';
	if (isPassing) return [styled(token, line.repeat(width))];
	const containers = services.find(each => each.name === name)?.containers ?? [];
	const text = cleanText(name);
	const room = width - markCells - 1;
	const label = fitLine(
		[name === chosen ? bold(text) : plain(text)],
		Math.min(room, lineWidth([plain(text)])),
		'left',
		symbols.ellipsis,
	);
	const used = markCells + lineWidth(label) + 1;
	return [
		...[...marksOf(containers, symbols), plain(' '), ...label, plain(' ')],
		waits.length === 0
			? plain(' '.repeat(width - used))
			: styled(token, line.repeat(Math.max(0, width - used))),
	];
};
