import path from 'node:path';
import type {ReactNode} from 'react';
import type {Effects} from '../commands/command.ts';
import {known} from '../model/known.ts';
import type {MessageLevel} from '../store/act/act-state.ts';
import {History} from '../store/history.ts';
import {initialState} from '../store/initial-state.ts';
import {LogBook} from '../store/logs/log-book.ts';
import {LogSheet} from '../store/logs/log-sheet.ts';
import {createStore} from '../store/store.ts';
import {Viewport} from '../store/viewport.ts';
import {App} from '../view/frame/app.tsx';
import type {Runtime} from '../view/runtime.ts';
import {applySettings, saveRule} from './apply-config.ts';
import {bindKeys} from './bind-keys.ts';
import {createBulkEffects} from './bulk-effects.ts';
import {chooseEngine} from './choose-engine.ts';
import {choosePalette} from './choose-palette.ts';
import {colourLevel} from './colour-level.ts';
import {createCompose} from './compose-effects.ts';
import {createFileEffects} from './files/file-effects.ts';
import {createFrameSchedule} from './frame-schedule.ts';
import {lastWords, reportOn} from './last-words.ts';
import {limitsOf, loadSettings, policyOf, withSettings} from './load-settings.ts';
import {openDemo} from './open-engine.ts';
import type {Options} from './options.ts';
import {tellPaneFaults} from './pane-faults.ts';
import {pointerOf} from './pointer.ts';
import {preferences} from './preferences.ts';
import {createPrograms} from './program/programs.ts';
import {removeOneOff} from './program/remove-one-off.ts';
import {rememberChanges} from './remember.ts';
import {createShellEffects, tellLeftBehind} from './shell-effects.ts';
import {createStage} from './stage.tsx';
import type {Starter} from './starter.ts';
import {surroundings} from './surroundings.ts';
import {createTakeAway} from './take-away.ts';
import {tellStarted} from './tell-started.ts';
import {createThemes, firstThemes} from './themes.ts';
import {Trail} from './trail.ts';
import {Watch} from './watch.ts';

/** The full screen, until the user leaves it; resolves with the exit code. Rejects before anything is shown. */
export const runInteractive = async (
	given: Options,
	{killGuard, onStarted}: Starter,
): Promise<number> => {
	const {endpoint, reason, open} = await chooseEngine(given);
	const loaded = await loadSettings(given, surroundings());
	const options = withSettings(given, loaded.settings);
	const configFile = loaded.file.path;
	const {palette, warnings} = await choosePalette(options.theme, {
		configFile,
		isAskedFor: given.theme !== undefined,
	});
	const {keymap, problems} = bindKeys(loaded);
	const isReadOnly = options.isReadOnly === true;
	const now = Date.now;
	const takesMouse = options.takesMouse && !options.isSpoken;
	const interval =
		options.intervalMillis === undefined ? {} : {intervalMillis: options.intervalMillis};
	const trail = new Trail();
	const store = trail.follow(
		createStore(
			initialState(endpoint, now(), {
				...{takesMouse, isReadOnly, limits: limitsOf(loaded.settings)},
				policy: policyOf(loaded.settings),
				themes: firstThemes({
					...{palette, origins: loaded.origins, env: process.env},
					level: options.colour ?? colourLevel(process.env),
				}),
				isInTmux: Boolean(process.env['TMUX']),
				...interval,
			}),
			// A clock that nobody sets: put back by an hour, the other one would stop the screen for so long.
			createFrameSchedule(() => performance.now()),
		),
	);
	const history = new History(options.intervalMillis);
	const logs = new LogBook();
	const sheet = new LogSheet(logs);
	const viewport = new Viewport();
	applySettings(loaded, {store, logs});
	const watch = new Watch({store, history, logs, sheet, viewport, ...interval});
	const ended = Promise.withResolvers<number>();

	const circumstances = {
		...{folder: path.dirname(loaded.state.path), now},
		engine: () => store.getState().engine?.version,
		trail: () => trail.steps,
	};
	const stage = createStage(
		{...options, palette},
		{
			killGuard,
			onSeen: isSeen => viewport.see(isSeen),
			describe: error => lastWords(error, circumstances),
		},
	);
	const {guard, screen} = stage;
	const write = (text: string): void => stage.terminal.send(text);
	guard.onLastExit(() => watch.end());
	const shellPorts = {
		router: stage.router,
		lender: stage.lender,
		onExit: guard.onExit.bind(guard),
	};
	const programs = createPrograms({
		...{store, now, router: stage.router, lender: stage.lender, guard},
		removeOneOff: name => removeOneOff(watch.engine, name, text => say('error', text)),
	});
	guard.onExit(() => programs.end());
	tellLeftBehind(store, now);
	const compose = createCompose({
		...{store, now, programs, watch, directory: surroundings().currentDirectory},
	});
	guard.onExit(() => compose.end());
	const takeAway = createTakeAway({store, now, keymap, write});
	const files = createFileEffects({store, watch, now, copy: takeAway.copy});
	guard.onExit(() => files.end());
	const effects: Effects = {
		...compose,
		...files,
		runProgram: programs.runProgram,
		cancelProgram: programs.cancelProgram,
		runAction: request => watch.runAction(request),
		...createShellEffects({
			...{store, watch, ports: shellPorts, now},
			...known('config', given.config),
		}),
		...createBulkEffects(watch),
		loadOlder: () => watch.loadOlder(),
		retry: () => watch.retry(),
		startDemo: () =>
			void watch.begin(() => openDemo(options.seed, {...options, isReadOnly})).catch(guard.fail),
		saveHighlight: (rule, isKept) => void saveRule(loaded.file, rule, isKept, store, now),
		...takeAway,
		...createThemes({store, configFile, palette, paint: stage.paintIn}),
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
	const say = (level: MessageLevel, text: string): void =>
		store.dispatch({type: 'message/added', level, text, atMillis: now()});
	if (reason !== undefined) say('info', reason);
	for (const {text, isHint} of problems) say(isHint ? 'info' : 'error', text);
	for (const text of [...loaded.warnings, ...warnings]) say('error', text);
	guard.onExit(
		rememberChanges({
			...{store, preferences},
			write: changes => loaded.state.write(changes),
			onFailure: text => say('error', `nothing will be remembered: ${text}`),
			later: rememberLater,
		}),
	);
	const shown = (whole: Runtime): ReactNode =>
		spoken === undefined ? (
			<App runtime={whole} />
		) : (
			<spoken.SpokenApp runtime={whole} isHeard={() => !stage.lender.isLent} say={write} />
		);
	await stage.mount(({symbols}) => shown({...runtime, symbols}), {
		onFault: guard.fail,
		onPaneFault: tellPaneFaults(
			text => say('error', text),
			error => reportOn(error, circumstances),
		),
		onStray: line => say('info', `from Node.js or a package: ${line}`),
	});
	tellStarted(store, onStarted);
	// From here on the terminal is ours, so every failure leads through the guard.
	await watch.begin(() => open(isReadOnly)).catch(guard.fail);

	const code = await ended.promise;
	await stage.settled();
	await guard.exit(code);
	return code;
};

const rememberMillis = 3000;

const rememberLater = (use: () => void): (() => void) => {
	const timer = setTimeout(use, rememberMillis).unref();
	return () => clearTimeout(timer);
};
