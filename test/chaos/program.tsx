import {join} from 'node:path';
import {PassThrough} from 'node:stream';
import {type Instance, render} from 'ink';
import {createBulkEffects} from '../../source/app/bulk-effects.ts';
import {createFileEffects} from '../../source/app/files/file-effects.ts';
import {createFrameSchedule} from '../../source/app/frame-schedule.ts';
import {InputRouter} from '../../source/app/input-router.ts';
import {pointerOf} from '../../source/app/pointer.ts';
import {createTakeAway} from '../../source/app/take-away.ts';
import {Watch} from '../../source/app/watch.ts';
import type {Effects} from '../../source/commands/command.ts';
import {commandTable} from '../../source/commands/command-table.ts';
import {createKeymap} from '../../source/commands/keymap.ts';
import {createDockerEngine} from '../../source/engine/docker/create.ts';
import {unicodeSymbols} from '../../source/format/symbols.ts';
import {localHost} from '../../source/model/ids.ts';
import {History} from '../../source/store/history.ts';
import {initialState} from '../../source/store/initial-state.ts';
import {LogBook} from '../../source/store/logs/log-book.ts';
import {LogSheet} from '../../source/store/logs/log-sheet.ts';
import type {State} from '../../source/store/state.ts';
import {createStore, type Store} from '../../source/store/store.ts';
import {Viewport} from '../../source/store/viewport.ts';
import type {HostSampler} from '../../source/sync/context.ts';
import {CanvasContext} from '../../source/view/canvas/canvas-context.tsx';
import {createPainter} from '../../source/view/canvas/paint-line.ts';
import {Screen} from '../../source/view/canvas/screen.ts';
import {App} from '../../source/view/frame/app.tsx';
import type {Runtime} from '../../source/view/runtime.ts';
import {ownPalettes} from '../../source/view/theme/palettes.ts';
import {createTheme} from '../../source/view/theme/theme.ts';
import {ScreenTerminal} from '../helpers/screen-terminal.ts';
import {notingShells} from '../helpers/shell-effects.ts';
import type {TroubledEngine} from './troubled-engine.ts';

/** What the program was told to do to containers, each once: nothing else may be asked of the engine. */
export interface Order {
	readonly id: string;
	readonly verb: string;
}

/** What the program tells of itself, beside what it shows. */
export interface ProgramPorts {
	readonly onFault: (what: string) => void;
	readonly onOrder: (orders: readonly Order[]) => void;
}

/**
 * All of dockmon but the process around it: the engine adapter on a real socket, the pumps, the state, the
 * screen on an emulated terminal, and its input from the first byte. What would touch the machine beside
 * that (shells, programs, browsers, clipboards) is left out.
 */
export class Program {
	readonly store: Store;
	readonly terminal: ScreenTerminal;
	readonly screen: Screen;
	readonly viewport = new Viewport();
	readonly runtime: Runtime;
	readonly #watch: Watch;
	readonly #input = Object.assign(new PassThrough(), {isTTY: true, setRawMode: () => undefined});
	readonly #ink: Instance;

	constructor(engine: TroubledEngine, ports: ProgramPorts) {
		const now = Date.now;
		const endpoint = {url: engine.endpoint, source: '--host', isDemo: false} as const;
		this.store = createStore(
			initialState(endpoint, now()),
			createFrameSchedule(() => performance.now()),
		);
		const {store, viewport} = this;
		const history = new History();
		const logs = new LogBook();
		const sheet = new LogSheet(logs);
		this.#watch = new Watch({store, history, logs, sheet, viewport});
		this.terminal = new ScreenTerminal(100, 30);
		this.screen = new Screen(this.terminal.stream);
		const router = new InputRouter(this.#input);
		router.subscribe(event => {
			if (event.kind === 'focus') viewport.see(event.focused);
		});
		router.start();
		const keymap = createKeymap(commandTable);
		const theme = createTheme({level: '24', palette: ownPalettes.dark});
		const symbols = unicodeSymbols;
		this.runtime = {
			...{store, history, viewport, keymap, symbols, now, logs: sheet, zoneOffsetMinutes: 60},
			...{pointer: pointerOf(router), effects: this.#effects(ports)},
		};
		const canvas = {
			...{screen: this.screen, painter: createPainter(theme, symbols), symbols, theme},
			onFault: (pane: string, error: unknown) =>
				ports.onFault(`the pane ${pane} cannot be drawn: ${sayError(error)}`),
		};
		this.#ink = render(
			<CanvasContext value={canvas}>
				<App runtime={this.runtime} />
			</CanvasContext>,
			{
				stdin: router.ui as unknown as NodeJS.ReadStream,
				stdout: this.screen.stdout,
				...{interactive: true, alternateScreen: true, exitOnCtrlC: false, patchConsole: false},
			},
		);
		this.#ink.waitUntilExit().then(
			() => ports.onFault('the screen has ended'),
			(error: unknown) => ports.onFault(`the screen has failed: ${sayError(error)}`),
		);
	}

	get state(): State {
		return this.store.getState();
	}

	async watch(engine: TroubledEngine): Promise<void> {
		const {socketPath, endpoint: url} = engine;
		await this.#watch.begin(() =>
			Promise.resolve({
				engine: createDockerEngine(
					{url, source: '--host', transport: {kind: 'unix', socketPath}},
					localHost,
				),
				endpoint: {url, source: '--host', isDemo: false},
				hostSampler: samplerOf(engine),
				close: () => Promise.resolve(),
			}),
		);
	}

	/** One byte in each character. */
	type(bytes: string): void {
		this.#input.write(Buffer.from(bytes, 'latin1'));
	}

	async end(): Promise<void> {
		await this.#watch.end();
	}

	#effects({onOrder}: ProgramPorts): Effects {
		const {store} = this;
		const watch = this.#watch;
		const now = Date.now;
		const nothing = (): void => undefined;
		const keymap = createKeymap(commandTable);
		const {save} = createTakeAway({store, now, keymap, write: nothing});
		const files = createFileEffects({store, watch, now, copy: nothing});
		const bulk = createBulkEffects(watch);
		return {
			...notingShells(nothing),
			...{save, copy: nothing, openUrl: nothing, saveHighlight: nothing, startDemo: nothing},
			...{runProgram: nothing, cancelProgram: nothing, readProjects: nothing, showConfig: nothing},
			...{orderBulk: nothing, askDownVolumes: nothing},
			...{suspend: nothing, quit: nothing, takeMouse: nothing, findThemes: nothing},
			copyOut: files.copyOut,
			// Whatever was typed: nothing of this machine is to be read.
			askCopyIn: order => files.askCopyIn({...order, from: join(process.cwd(), 'gift')}),
			copyIn(order) {
				const id = store.getState().containers.byKey.get(order.key)?.ref.id;
				if (id !== undefined) onOrder([{id, verb: 'archive'}]);
				files.copyIn(order);
			},
			cancelCopy: files.cancelCopy,
			runAction(request) {
				onOrder(request.targets.map(({ref}) => ({id: ref.id, verb: request.action.verb})));
				watch.runAction(request);
			},
			beginBulk(plan) {
				onOrder(plan.rows.map(({target: {ref}}) => ({id: ref.id, verb: plan.action.verb})));
				bulk.beginBulk(plan);
			},
			retryBulk() {
				const run = store.getState().bulk;
				const verb = run?.action.verb ?? '';
				onOrder(run?.rows.map(({target: {ref}}) => ({id: ref.id, verb})) ?? []);
				bulk.retryBulk();
			},
			cancelBulk: bulk.cancelBulk,
			loadOlder: () => watch.loadOlder(),
			retry: () => watch.retry(),
			repaint: () => this.screen.invalidate(),
		};
	}
}

/** Of the machine that the engine pretends to run on. */
const samplerOf = (engine: TroubledEngine): HostSampler =>
	async function* (_engine, pause, signal, wantsDetail) {
		while (!signal.aborted) {
			const sample = engine.demo?.hostSample(wantsDetail?.() === true);
			if (sample !== undefined) yield sample;
			await pause(signal);
		}
	};

export const sayError = (error: unknown): string =>
	error instanceof Error ? (error.stack ?? error.message) : String(error);
