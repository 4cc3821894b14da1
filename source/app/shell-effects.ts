import process from 'node:process';
import {debugFormFor} from '../commands/act/debug-form.ts';
import type {ShellEffects} from '../commands/effects/shell-effects.ts';
import type {Engine} from '../engine/engine.ts';
import {debugImages, isDebugContainer} from '../model/debug-container.ts';
import {EngineError} from '../model/engine-error.ts';
import {refKey} from '../model/ids.ts';
import {known} from '../model/known.ts';
import type {ShellTarget} from '../model/shell-request.ts';
import {actionTarget} from '../store/act/action-request.ts';
import type {Store} from '../store/store.ts';
import {isAboutUser} from './find-shell.ts';
import type {ShellPorts} from './shell-session.ts';
import {attach} from './shells/attach.ts';
import {openDebug} from './shells/debug.ts';
import {openShell} from './shells/open-shell.ts';
import {split} from './shells/split.ts';
import {type Told, tellShell} from './shells/tell-shell.ts';
import type {Watch} from './watch.ts';

export interface ShellEffectPorts {
	readonly store: Store;
	readonly watch: Pick<Watch, 'engine'>;
	readonly ports: ShellPorts;
	readonly now: () => number;
	/** The path that was given by `--config`. */
	readonly config?: string;
}

/** Programs in containers, each on the engine that is watched when it begins. */
export const createShellEffects = ({
	store,
	watch,
	ports,
	now,
	config,
}: ShellEffectPorts): ShellEffects => {
	const say = ([level, text]: Told): void =>
		store.dispatch({type: 'message/added', level, text, atMillis: now()});

	const withEngine = async (use: (engine: Engine) => Promise<Told | undefined>): Promise<void> => {
		const {engine} = watch;
		if (engine === undefined) return;
		const told = await use(engine);
		if (told !== undefined) say(told);
	};

	return {
		openShell: request =>
			void withEngine(async engine => {
				const result = await openShell(engine, ports, request);
				const {title} = request.target;
				if (result.kind !== 'missing' || request.argv !== undefined || isAboutUser(result.message))
					return tellShell(result, {what: wordsFor(request), title});
				offerOthers(store, request.target);
				return ['error', `no shell in ${title}: its image has no bash, ash or sh`];
			}),
		attach: target => void withEngine(engine => attach(engine, ports, target)),
		openDebug: request => void withEngine(engine => openDebug(engine, ports, request)),
		askDebug: target =>
			void withEngine(async engine => {
				try {
					const listed = await engine.imageNames(new AbortController().signal);
					const images = debugImages(listed.map(({name}) => name));
					const state = store.getState();
					const form = debugFormFor(state, target, images);
					// Whoever has gone on to something else meanwhile is not asked in the middle of it.
					if (form === undefined || state.frame.overlays.length > 0) return undefined;
					const text = form.fields[0]?.text ?? '';
					store.dispatch({type: 'overlay/opened', overlay: {kind: 'form', form, index: 0, text}});
				} catch (error) {
					if (!(error instanceof EngineError)) throw error;
					return ['error', `no images for ${target.title}: ${error.message}`];
				}
				return undefined;
			}),
		split: request =>
			void split(request, {
				endpoint: store.getState().endpoint,
				env: process.env,
				program: [process.execPath, process.argv[1] ?? ''],
				...known('config', config),
			}).then(told => {
				if (told !== undefined) say(told);
			}),
	};
};

/**
 * Tells once, with the first list, of debug containers that are there: a dockmon that was killed could not
 * remove its own. Another one may be using them, so nothing is removed unasked.
 */
export const tellLeftBehind = (store: Store, now: () => number): void => {
	const unsubscribe = store.subscribe(() => {
		const {containers} = store.getState();
		if (containers.status !== 'ready') return;
		unsubscribe();
		const count = [...containers.byKey.values()].filter(isDebugContainer).length;
		if (count === 0) return;
		const text = `${count} debug ${count === 1 ? 'container is' : 'containers are'} there, left behind or in use; : debug removes them`;
		store.dispatch({type: 'message/added', level: 'info', text, atMillis: now()});
	});
};

/** What still works there. */
const offerOthers = (store: Store, {ref}: ShellTarget): void => {
	const {containers, frame} = store.getState();
	const container = containers.byKey.get(refKey(ref));
	if (container === undefined || frame.overlays.length > 0) return;
	const targets = [actionTarget(container)];
	store.dispatch({
		type: 'overlay/opened',
		overlay: {kind: 'menu', menu: 'no-shell', targets, index: 0},
	});
};

const wordsFor = ({argv, user}: {argv?: readonly string[]; user?: string}): string => {
	const what = argv?.[0] ?? 'shell';
	return user === '0' ? `root ${what} in` : `${what} in`;
};
