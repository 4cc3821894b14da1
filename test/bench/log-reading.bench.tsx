import {test} from 'vitest';
import type {LogLine} from '../../source/model/log-line.ts';
import {logSourceOf} from '../../source/model/logs/log-source.ts';
import {shownTarget} from '../../source/store/logs/select-target.ts';
import {handleChord} from '../../source/view/frame/handle-chord.ts';
import {layout} from '../../source/view/frame/layout.ts';
import {viewOf} from '../../source/view/frame/view-of.ts';
import {logMoves} from '../../source/view/panes/logs/log-moves.ts';
import {tabMoves} from '../../source/view/panes/tabs/tab-moves.ts';
import {columns, openBenchApp, rows} from './bench-app.tsx';
import {benchContainers, startMillis} from './bench-world.ts';
import {measure} from './measure.ts';

// What it costs to read a log in full screen, from an action to the bytes for the terminal.

const lineOf = (index: number): LogLine => ({
	kind: 'line',
	stream: index % 5 === 0 ? 'stderr' : 'stdout',
	atMillis: startMillis + index,
	text:
		index % 3 === 0
			? `{"level":"info","msg":"order ${index}","id":${index},"ms":48,"user":17}`
			: `INFO shop.orders GET /v1/items/${index} 200 12ms user=${index} ${'x'.repeat(index % 200)}`,
});

test('cost of reading a log', async () => {
	const {store, logs, ink, runtime, terminal} = await openBenchApp(() => startMillis);
	const {dispatch} = store;
	const containers = benchContainers(50, 0);
	dispatch({type: 'containers/listed', containers, atMillis: startMillis});
	const [first] = containers;
	const target = shownTarget(store.getState());
	if (first === undefined || target === undefined) throw new Error('nothing is selected');
	dispatch({type: 'logs/opened', target, version: logs.version});
	const source = logSourceOf(first);
	let index = 0;
	const say = (count: number): void => {
		logs.append(Array.from({length: count}, () => ({source, line: lineOf(index++)})));
		dispatch({type: 'logs/appended', version: logs.version});
	};
	say(10_000);
	dispatch({type: 'frame/focused', pane: 'logs'});
	dispatch({type: 'frame/zoomed', zoomed: true});
	await ink.waitUntilRenderFlush();
	const place = layout(columns, rows, 'logs');
	const rect = place.bottom ?? {width: 0, height: 0};
	const moves = {
		logMoves: logMoves(() => viewOf(runtime, place), rect),
		tabMoves: tabMoves(() => viewOf(runtime, place), rect),
	};
	const press = (chord: string): void => {
		const sizes = {pageRows: rows - 4, overlayOverflow: 0, isTargetHidden: false};
		handleChord(runtime, chord, {...sizes, ...moves, moveBorder: () => undefined});
	};
	let step = 0;
	await measure(
		`${columns}x${rows}, a log of 10,000 lines`,
		[
			{name: 'a log line', budgetMillis: 0.5, run: () => say(1)},
			{name: 'a tenth of 1,000 lines/s', budgetMillis: 2, run: () => say(100)},
			{name: 'held: a page', budgetMillis: 2, run: () => press('pageup'), rounds: 120},
			{name: 'held: the cursor', budgetMillis: 2, run: () => press(step++ % 2 ? 'up' : 'down')},
			{name: 'held: a hundred lines come', budgetMillis: 1, run: () => say(100)},
			{name: 'wrapped or not', budgetMillis: 4, run: () => press('w'), rounds: 120},
			{name: 'laid out or not', budgetMillis: 4, run: () => press('J'), rounds: 120},
			{
				name: 'sideways',
				budgetMillis: 4,
				run: () => press(step++ % 2 ? 'left' : 'right'),
				rounds: 120,
			},
		],
		() => terminal.bytes,
	);
	const long = '漢x'.repeat(32_000);
	const atMillis = startMillis;
	logs.append(
		Array.from({length: 60}, () => ({
			source,
			line: {kind: 'line', stream: 'stdout', atMillis, text: long},
		})),
	);
	press('f');
	await measure('lines of 64,000 wide and narrow characters', [
		{
			name: 'sideways',
			budgetMillis: 100,
			run: () => press(step++ % 2 ? 'left' : 'right'),
			rounds: 15,
		},
		{name: 'wrapped or not', budgetMillis: 100, run: () => press('w'), rounds: 15},
	]);
	ink.unmount();
}, 300_000);
