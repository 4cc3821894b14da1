import {fitLine} from '../../../format/line.ts';
import type {Line} from '../../../format/span.ts';
import type {Drift} from '../../../model/compose/project.ts';
import {cursorIndex, windowTop} from '../../../store/page-cursor.ts';
import {
	type ComposeEntry,
	type ProjectEntry,
	type ServiceEntry,
	selectCompose,
} from '../../../store/select-compose.ts';
import {fitPorts} from '../../panes/detail/ports.ts';
import type {View} from '../../view.ts';
import {cursorLine} from '../../widgets/cursor-line.ts';
import {fitting} from '../../widgets/fitting.ts';
import {bold, plain, styled} from '../../widgets/spans.ts';
import {driftSpan, marksOf, runSpan, stateWords, waitSpans} from './entry-words.ts';

/** The names of the columns, then as many projects and services as fit. */
export const entryRows = (view: View, width: number, height: number): readonly Line[] => {
	const {state, symbols} = view;
	const all = selectCompose(state);
	const {compose: place} = state.places;
	const rows = Math.max(0, height - 1);
	const top = windowTop(all, place, rows);
	const selected = place === undefined ? -1 : cursorIndex(all, place);
	const widths = widthsFor(width);
	return [
		headerLine(widths),
		...all
			.slice(top, top + rows)
			.map((entry, index) =>
				cursorLine(entryLine(entry, widths, view), top + index === selected, width, symbols),
			),
	];
};

interface Widths {
	readonly name: number;
	readonly run: number;
	readonly state: number;
	readonly drift: number;
	/** 0: left out. */
	readonly waits: number;
	readonly ports: number;
	readonly image: number;
}

/** Bar, two signs with a space behind each. */
const startCells = 5;
const leastWaits = 8;
/** Narrower, the signs alone tell it. */
const leastForState = 54;

const widthsFor = (width: number): Widths => {
	const name = Math.max(10, Math.min(28, Math.floor(width * 0.22)));
	const image = width >= 150 ? Math.min(60, 26 + width - 150) : 0;
	const ports = width >= 100 ? 14 : 0;
	// `exited (137)` where there is room for all of it.
	const state = width < leastForState ? 0 : width < 72 ? 11 : 13;
	const fixed = {name, run: 5, state, drift: 12, ports, image};
	const used = Object.values(fixed).reduce((sum, cells) => sum + (cells === 0 ? 0 : cells + 1), 0);
	const room = width - startCells - used - 1;
	return {...fixed, waits: room < leastWaits ? 0 : room};
};

/** Cells of the given widths, a space apart; those of width 0 are left out. */
const columns = (cells: readonly (readonly [Line, number])[], ellipsis: string): Line =>
	cells.flatMap(([line, width]) =>
		width === 0 ? [] : [...fitLine(line, width, 'left', ellipsis), plain(' ')],
	);

const headerLine = (widths: Widths): Line => {
	const {name, run, state, drift, waits, ports, image} = widths;
	const title = (text: string): Line => [styled('muted', text)];
	return [
		plain(' '.repeat(startCells)),
		...columns(
			[
				[title('SERVICE'), name],
				[title('RUN'), run],
				[title('STATE'), state],
				[title('DRIFT'), drift],
				[title('WAITS FOR'), waits],
				[title('PORTS'), ports],
				[title('IMAGE'), image],
			],
			'',
		),
	];
};

const entryLine = (entry: ComposeEntry, widths: Widths, view: View): Line =>
	entry.kind === 'project' ? projectLine(entry, widths, view) : serviceLine(entry, widths, view);

const serviceLine = (entry: ServiceEntry, widths: Widths, view: View): Line => {
	const {state, symbols} = view;
	const {containers, drift, file} = entry;
	const ports = containers.flatMap(container => container.ports);
	const published =
		containers.length > 0 ? fitPorts(ports, widths.ports, symbols) : (file?.ports ?? []).join(' ');
	return [
		...marksOf(containers, symbols),
		plain(' '),
		...columns(
			[
				[[plain(`  ${entry.name}`)], widths.name],
				[[runSpan(entry)], widths.run],
				[[stateWords(containers, state, symbols)], widths.state],
				[[driftSpan(drift, symbols)], widths.drift],
				[fitting(waitSpans(state, entry, symbols), widths.waits), widths.waits],
				[[plain(published)], widths.ports],
				[[styled('muted', containers[0]?.image ?? file?.image ?? '')], widths.image],
			],
			symbols.ellipsis,
		),
	];
};

const projectLine = (entry: ProjectEntry, widths: Widths, view: View): Line => {
	const {state, symbols} = view;
	const {places, here} = state.compose;
	const place = places.get(entry.name);
	const directory = place === undefined || 'problem' in place ? '' : place.directory;
	const where = here === entry.name ? 'this directory' : directory;
	const {name, run, state: words, drift, ...rest} = widths;
	const cells = Object.values(rest).reduce((sum, each) => sum + (each === 0 ? 0 : each + 1), 0);
	return [
		plain(`${symbols.open}   `),
		...columns(
			[
				[[bold(entry.name)], name],
				[[runSpan({...entry, containers: countedIn(entry)})], run],
				[[plain('')], words],
				[[driftOfAll(entry, view)], drift],
				[[styled('muted', where)], Math.max(0, cells - 1)],
			],
			symbols.ellipsis,
		),
	];
};

const countedIn = ({services}: ProjectEntry) => services.flatMap(({containers}) => containers);

const strange: ReadonlySet<Drift> = new Set(['differs', 'orphan', 'not-created']);

/** How many of its services are not as the files say. */
const driftOfAll = ({name, services}: ProjectEntry, {state, symbols}: View) => {
	const reading = state.compose.readings.get(name);
	if (reading?.isUnderWay) return styled('muted', `${symbols.wait} reading`);
	if (reading?.problem !== undefined) return styled('err', 'unreadable');
	if (reading?.services === undefined) return styled('muted', symbols.unknown);
	const count = services.filter(({drift}) => strange.has(drift)).length;
	return count === 0 ? styled('muted', 'none') : styled('warn', `${count} of ${services.length}`);
};
