import {EventEmitter} from 'node:events';
import process from 'node:process';
import {render} from 'ink';
import {test} from 'vitest';
import {InputRouter} from '../../source/app/input-router.ts';
import {unicodeSymbols} from '../../source/format/symbols.ts';
import type {Container} from '../../source/model/container.ts';
import {localHost, refKey} from '../../source/model/ids.ts';
import type {ContainerUsage} from '../../source/model/stats-sample.ts';
import {History} from '../../source/store/history.ts';
import {initialState} from '../../source/store/initial-state.ts';
import {LogBook} from '../../source/store/log-book.ts';
import {createStore} from '../../source/store/store.ts';
import {Viewport} from '../../source/store/viewport.ts';
import {CanvasContext} from '../../source/view/canvas/canvas-context.tsx';
import {createPainter} from '../../source/view/canvas/paint-line.ts';
import {Screen} from '../../source/view/canvas/screen.ts';
import {App} from '../../source/view/frame/app.tsx';
import {createTheme} from '../../source/view/theme/theme.ts';

// What a frame costs in CPU time of this thread, the whole way from an action to the bytes for the
// terminal. `npm run bench:micro` prints it; no test depends on it.

const rounds = 300;
const warmUp = 100;
const columns = 200;
const rows = 60;
const count = 50;

class Terminal extends EventEmitter {
	readonly isTTY = true;
	readonly columns = columns;
	readonly rows = rows;
	readonly writable = true;
	bytes = 0;
	write(data: string, done?: unknown): boolean {
		this.bytes += data.length;
		if (typeof done === 'function') done();
		return true;
	}
}

const container = (index: number): Container => ({
	ref: {hostId: localHost, id: index.toString(16).padStart(64, '0')},
	name: `shop_service${index}_1`,
	image: 'shop/api:1.8.2',
	command: 'gunicorn app:api',
	state: 'running',
	status: 'Up 3 hours',
	health: {kind: 'healthy'},
	ports: [{privatePort: 8000, publicPort: 8000, protocol: 'tcp'}],
	mounts: [],
	networks: [],
	labels: {},
	compose: {project: `project${index % 3}`, service: `service${index}`, number: 1, oneOff: false},
});

test('cost of a frame at 200x60 with 50 containers', async () => {
	let atMillis = 1_700_000_000_000;
	const terminal = new Terminal();
	const screen = new Screen(terminal as unknown as NodeJS.WriteStream);
	const store = createStore(
		initialState({url: 'unix:///x', source: 'demo', isDemo: false}, atMillis),
		flush => flush(),
	);
	const history = new History();
	const logs = new LogBook();
	/** As the log pump does: the pane shows nothing but the log of the selection. */
	const followSelection = (): void => {
		const {selected} = store.getState().list;
		if (selected) store.dispatch({type: 'logs/opened', target: selected});
	};
	const containers = Array.from({length: count}, (_, index) => container(index));
	const theme = createTheme({level: '24', background: 'dark'});
	const canvas = {
		screen,
		theme,
		symbols: unicodeSymbols,
		painter: createPainter(theme, unicodeSymbols),
	};
	const nothing = (): void => undefined;
	const runtime = {
		...{store, history, logs, viewport: new Viewport()},
		...{symbols: unicodeSymbols, zoneOffsetMinutes: 0, now: () => atMillis},
		effects: {
			...{runAction: nothing, openShell: nothing, retry: nothing, startDemo: nothing},
			...{repaint: nothing, suspend: nothing, quit: nothing},
		},
	};
	store.dispatch({type: 'containers/listed', containers, atMillis});
	const ink = render(
		<CanvasContext value={canvas}>
			<App runtime={runtime} />
		</CanvasContext>,
		{
			stdin: new InputRouter().ui as unknown as NodeJS.ReadStream,
			stdout: screen as unknown as NodeJS.WriteStream,
			...{interactive: true, patchConsole: false, exitOnCtrlC: false},
		},
	);
	await ink.waitUntilRenderFlush();

	const sample = (): void => {
		atMillis += 1000;
		const usages = containers.map(
			({ref}, index): readonly [ReturnType<typeof refKey>, ContainerUsage] => [
				refKey(ref),
				{
					atMillis,
					cpuPercent: (atMillis / 1000 + index * 7) % 100,
					intervalMillis: 1000,
					sample: {
						ref,
						origin: 'cgroup',
						readAtNanos: 0n,
						memoryUsedBytes: (1 + index) * 1e7 + (atMillis % 1e6),
					},
				},
			],
		);
		for (const [key, usage] of usages) history.addUsage(key, usage);
		store.dispatch({type: 'stats/sampled', usages});
	};
	const log = (): void => {
		if (store.getState().logs.target !== store.getState().list.selected) followSelection();
		const key = refKey(containers[0]?.ref ?? {hostId: localHost, id: ''});
		const text = `INFO GET /v1/items/${atMillis % 1000} 200 12ms user=${logs.lastSeq}`;
		atMillis += 40;
		logs.append([{key, line: {kind: 'line', stream: 'stdout', atMillis, text}}]);
		store.dispatch({type: 'logs/appended', version: logs.version});
	};
	const move = (): void => {
		const {selectedIndex} = store.getState().list;
		const next = containers[(selectedIndex + 1) % 20];
		if (next)
			store.dispatch({
				type: 'selection/moved',
				row: refKey(next.ref),
				index: (selectedIndex + 1) % 20,
			});
	};
	let isOpen = false;
	const overlay = async (): Promise<void> => {
		isOpen = !isOpen;
		store.dispatch(
			isOpen ? {type: 'overlay/opened', overlay: {kind: 'help', top: 0}} : {type: 'overlay/closed'},
		);
		await ink.waitUntilRenderFlush();
	};

	const table: string[] = [];
	const steps = {
		'all figures': sample,
		'a log line': log,
		'cursor moved': move,
		'overlay (layout)': overlay,
	};
	for (const [name, step] of Object.entries(steps)) {
		const run = async (times: number): Promise<void> => {
			for (let round = 0; round < times; round++) {
				await step();
				// The canvas paints in a microtask.
				await new Promise(setImmediate);
			}
		};
		await run(warmUp);
		// A mean over all, because kernels count the CPU time of a thread in ticks of milliseconds.
		const before = process.threadCpuUsage();
		const written = terminal.bytes;
		await run(rounds);
		const {user, system} = process.threadCpuUsage(before);
		const millis = ((user + system) / 1000 / rounds).toFixed(2);
		const bytes = ((terminal.bytes - written) / rounds).toFixed(0);
		table.push(`${name.padEnd(18)} ${millis.padStart(6)} ms ${bytes.padStart(7)} bytes`);
	}
	process.stdout.write(
		`\nmean of ${rounds} frames, ${columns}x${rows}, ${count} containers\n${table.join('\n')}\n`,
	);
	ink.unmount();
}, 60_000);
