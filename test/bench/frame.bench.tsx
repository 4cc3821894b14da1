import {test} from 'vitest';
import type {HostSample} from '../../source/model/host-sample.ts';
import {targetKey} from '../../source/model/logs/log-target.ts';
import type {Action} from '../../source/store/action.ts';
import {shownTarget} from '../../source/store/logs/select-target.ts';
import {handleChord} from '../../source/view/frame/handle-chord.ts';
import {viewOf} from '../../source/view/frame/view-of.ts';
import {logMoves} from '../../source/view/panes/logs/log-moves.ts';
import {tabMoves} from '../../source/view/panes/tabs/tab-moves.ts';
import {columns, openBenchApp, rows} from './bench-app.tsx';
import {benchContainers, benchUsages, startMillis} from './bench-world.ts';
import {measure} from './measure.ts';

// What a frame costs, the whole way from an action to the bytes for the terminal. `npm run bench:micro`
// prints it; no test depends on it.

const hostSample = (atMillis: number): HostSample => ({
	atMillis,
	origin: 'local',
	cpus: 8,
	cpuPercent: (atMillis / 1000) % 100,
	load1: 2.1,
	memoryUsedBytes: 12e9 + (atMillis % 1e9),
	memoryTotalBytes: 32e9,
	netRxPerSecond: 1_200_000,
	netTxPerSecond: 310_000,
});

test.each([
	[50, 0],
	[500, 30_000],
])(
	'cost of a frame with %i running and %i stopped containers',
	async (running, stopped) => {
		let atMillis = startMillis;
		const {store, history, logs, ink, runtime, terminal} = await openBenchApp(() => atMillis);
		const dispatch = (action: Action): void => store.dispatch(action);
		const containers = benchContainers(running, stopped);
		const measured = containers.filter(({state}) => state === 'running');
		dispatch({type: 'containers/listed', containers, atMillis});

		const sample = (): void => {
			atMillis += 1000;
			const usages = benchUsages(measured, atMillis);
			for (const [key, usage] of usages) history.addUsage(key, usage);
			dispatch({type: 'stats/sampled', usages});
		};
		const beat = (): void => {
			sample();
			history.addHost(hostSample(atMillis));
			dispatch({type: 'host/sampled', sample: hostSample(atMillis)});
			dispatch({type: 'clock/ticked', atMillis});
			dispatch({type: 'list/reordered', atMillis});
		};
		const tick = (): void => {
			atMillis += 1000;
			dispatch({type: 'clock/ticked', atMillis});
		};
		const log = (): void => {
			const target = shownTarget(store.getState());
			// As the log pump does: the pane shows nothing but the log of the selection.
			if (target !== undefined && targetKey(store.getState().logs.target) !== targetKey(target)) {
				dispatch({type: 'logs/opened', target, version: logs.version});
			}
			const source = target?.kind === 'source' ? target.source : undefined;
			const text = `INFO GET /v1/items/${atMillis % 1000} 200 12ms user=${logs.lastSeq}`;
			logs.append([
				{source, line: {kind: 'line', stream: 'stdout', atMillis: atMillis + 40, text}},
			]);
			dispatch({type: 'logs/appended', version: logs.version});
		};
		const press = (...chords: readonly string[]): void => {
			const sizes = {
				...{pageRows: 20, overlayOverflow: 0, isTargetHidden: false, moveBorder: () => undefined},
				logMoves: logMoves(() => viewOf(runtime, {size: 'L'}), {width: columns, height: rows - 3}),
				tabMoves: tabMoves(() => viewOf(runtime, {size: 'L'}), {width: columns, height: rows - 3}),
			};
			for (const chord of chords) handleChord(runtime, chord, sizes);
		};
		let step = 0;
		const move = (): void => press(step++ % 40 < 20 ? 'down' : 'up');
		let isOpen = false;
		const overlay = async (): Promise<void> => {
			isOpen = !isOpen;
			press(isOpen ? '?' : 'escape');
			await ink.waitUntilRenderFlush();
		};
		const type = (): void => {
			const text = 'service1'.slice(0, 1 + (step++ % 8));
			dispatch({type: 'list/filtered', text});
		};
		const isLarge = stopped > 0;
		const slow = isLarge ? {rounds: 60} : {};

		await measure(
			`${columns}x${rows}, ${running} running and ${stopped} stopped`,
			[
				{name: 'all figures', budgetMillis: isLarge ? 6 : 1, run: sample, ...slow},
				{name: 'all that comes in a second', budgetMillis: isLarge ? 8 : 1.5, run: beat, ...slow},
				{name: 'a tick of the clock', budgetMillis: 0.5, run: tick, ...slow},
				{name: 'a log line', budgetMillis: 0.5, run: log},
				{name: 'cursor moved', budgetMillis: 2, run: move},
				{name: 'overlay (layout)', budgetMillis: 6, run: overlay, rounds: isLarge ? 60 : 200},
				{name: 'a character of the filter', budgetMillis: isLarge ? 50 : 2, run: type, ...slow},
			],
			() => terminal.bytes,
		);
		ink.unmount();
	},
	300_000,
);
