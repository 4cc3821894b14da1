import {EventEmitter} from 'node:events';
import {type Instance, render} from 'ink';
import {InputRouter} from '../../source/app/input-router.ts';
import {commandTable} from '../../source/commands/command-table.ts';
import {createKeymap} from '../../source/commands/keymap.ts';
import {unicodeSymbols} from '../../source/format/symbols.ts';
import {History} from '../../source/store/history.ts';
import {initialState} from '../../source/store/initial-state.ts';
import {LogBook} from '../../source/store/logs/log-book.ts';
import {LogSheet} from '../../source/store/logs/log-sheet.ts';
import type {Store} from '../../source/store/store.ts';
import {createStore} from '../../source/store/store.ts';
import {Viewport} from '../../source/store/viewport.ts';
import {CanvasContext} from '../../source/view/canvas/canvas-context.tsx';
import {createPainter} from '../../source/view/canvas/paint-line.ts';
import {Screen} from '../../source/view/canvas/screen.ts';
import {App} from '../../source/view/frame/app.tsx';
import type {Runtime} from '../../source/view/runtime.ts';
import {ownPalettes} from '../../source/view/theme/palettes.ts';
import {createTheme} from '../../source/view/theme/theme.ts';
import {notingShells} from '../helpers/shell-effects.ts';
import {startMillis} from './bench-world.ts';

export const columns = 200;
export const rows = 60;

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

/** The whole screen without an engine; a frame is drawn after every action. */
export interface BenchApp {
	readonly store: Store;
	readonly history: History;
	readonly logs: LogBook;
	readonly ink: Instance;
	readonly runtime: Runtime;
	readonly terminal: {readonly bytes: number};
}

export const openBenchApp = async (now: () => number): Promise<BenchApp> => {
	const terminal = new Terminal();
	const screen = new Screen(terminal as unknown as NodeJS.WriteStream);
	const store = createStore(
		initialState({url: 'unix:///x', source: 'demo', isDemo: false}, startMillis),
		flush => flush(),
	);
	const history = new History();
	const logs = new LogBook();
	const symbols = unicodeSymbols;
	const theme = createTheme({level: '24', palette: ownPalettes.dark});
	const canvas = {screen, theme, symbols, painter: createPainter(theme, symbols)};
	const nothing = (): void => undefined;
	const runtime: Runtime = {
		...{store, history, logs: new LogSheet(logs), viewport: new Viewport()},
		...{keymap: createKeymap(commandTable)},
		...{symbols, zoneOffsetMinutes: 0, now, pointer: {subscribe: () => nothing}},
		effects: {
			...{
				runAction: nothing,
				beginBulk: nothing,
				retryBulk: nothing,
				cancelBulk: nothing,
				...{copyOut: nothing, askCopyIn: nothing, copyIn: nothing, cancelCopy: nothing},
				openUrl: nothing,
				runProgram: nothing,
				cancelProgram: nothing,
				...{readProjects: nothing, showConfig: nothing},
				...{askDownVolumes: nothing, orderBulk: nothing},
				loadOlder: nothing,
				retry: nothing,
				startDemo: nothing,
			},
			takeMouse: nothing,
			findThemes: nothing,
			...{copy: nothing, save: nothing, repaint: nothing, suspend: nothing, quit: nothing},
			...notingShells(nothing),
			saveHighlight: nothing,
		},
	};
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
	return {store, history, logs, ink, runtime, terminal};
};
