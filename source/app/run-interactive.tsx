import {homedir} from 'node:os';
import process from 'node:process';
import type {ReactNode} from 'react';
import type {Effects} from '../commands/command.ts';
import {commandTable} from '../commands/command-table.ts';
import {createKeymap} from '../commands/keymap.ts';
import {ConfigFile} from '../config/config-file.ts';
import {configPath} from '../config/config-path.ts';
import {History} from '../store/history.ts';
import {initialState} from '../store/initial-state.ts';
import {LogBook} from '../store/logs/log-book.ts';
import {LogSheet} from '../store/logs/log-sheet.ts';
import {createStore} from '../store/store.ts';
import {Viewport} from '../store/viewport.ts';
import {App} from '../view/frame/app.tsx';
import type {Runtime} from '../view/runtime.ts';
import {applyConfig, saveRule} from './apply-config.ts';
import {chooseEngine} from './choose-engine.ts';
import {choosePalette} from './choose-palette.ts';
import {createFrameSchedule} from './frame-schedule.ts';
import {openDemo} from './open-engine.ts';
import {openShell} from './open-shell.ts';
import type {Options} from './options.ts';
import {pointerOf} from './pointer.ts';
import {createStage} from './stage.tsx';
import {createTakeAway} from './take-away.ts';
import {Watch} from './watch.ts';

/** The full screen, until the user leaves it; resolves with the exit code. Rejects before anything is shown. */
export const runInteractive = async (options: Options): Promise<number> => {
	const {palette, warnings} = await choosePalette(options.theme);
	const {endpoint, reason, open} = await chooseEngine(options);
	const now = Date.now;
	const {showsStopped} = options;
	const takesMouse = options.takesMouse && !options.isSpoken;
	const interval =
		options.intervalMillis === undefined ? {} : {intervalMillis: options.intervalMillis};
	const store = createStore(
		initialState(endpoint, now(), {showsStopped, takesMouse, ...interval}),
		// A clock that nobody sets: put back by an hour, the other one would stop the screen for so long.
		createFrameSchedule(() => performance.now()),
	);
	const keymap = createKeymap(commandTable);
	const config = new ConfigFile(configPath(process.env, homedir()));
	const history = new History(options.intervalMillis);
	const logs = new LogBook();
	const sheet = new LogSheet(logs);
	const viewport = new Viewport();
	const watch = new Watch({store, history, logs, sheet, viewport, ...interval});
	const ended = Promise.withResolvers<number>();

	const stage = createStage({...options, palette}, isSeen => viewport.see(isSeen));
	const {guard, screen} = stage;
	const write = (text: string): void => stage.terminal.send(text);
	guard.onExit(() => watch.end());
	const shellPorts = {
		router: stage.router,
		lender: stage.lender,
		onExit: guard.onExit.bind(guard),
	};
	const effects: Effects = {
		runAction: request => watch.runAction(request),
		openShell: () => void openShell(store, watch, shellPorts, now),
		loadOlder: () => watch.loadOlder(),
		retry: () => watch.retry(),
		startDemo: () => void watch.begin(() => openDemo(options.seed)).catch(guard.fail),
		saveHighlight: (rule, isKept) => void saveRule(config, rule, isKept, store, now),
		...createTakeAway({store, now, keymap, write}),
		takeMouse: isTaken => stage.terminal.takeMouse(isTaken),
		repaint: () => screen.invalidate(),
		suspend: stage.suspend,
		quit: () => ended.resolve(0),
	};
	const zoneOffsetMinutes = -new Date().getTimezoneOffset();
	const pointer = pointerOf(stage.router);
	const spoken = options.isSpoken ? await import('../view/spoken/spoken-app.tsx') : undefined;
	const runtime: Omit<Runtime, 'symbols'> = {
		...{store, history, logs: sheet, viewport, pointer, keymap, effects, zoneOffsetMinutes, now},
	};
	const say = (text: string): void =>
		store.dispatch({type: 'message/added', level: 'info', text, atMillis: now()});
	for (const text of [...(reason === undefined ? [] : [reason]), ...warnings]) say(text);
	const shown = (whole: Runtime): ReactNode =>
		spoken === undefined ? (
			<App runtime={whole} />
		) : (
			<spoken.SpokenApp runtime={whole} say={write} />
		);
	await stage.mount(({symbols}) => shown({...runtime, symbols}), {
		onFault: guard.fail,
		onStray: line => say(`from Node.js or a package: ${line}`),
	});
	// After the first frame, which needs nothing of it.
	await applyConfig(config, {store, logs}, now);
	// From here on the terminal is ours, so every failure leads through the guard.
	await watch.begin(open).catch(guard.fail);

	const code = await ended.promise;
	await guard.exit(code);
	return code;
};
