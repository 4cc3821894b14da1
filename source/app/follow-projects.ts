import {type FSWatcher, watch} from 'node:fs';
import path from 'node:path';
import {setTimeout as sleep} from 'node:timers/promises';
import {unlessAborted} from '../engine/deadline.ts';
import type {State} from '../store/state.ts';
import type {Store} from '../store/store.ts';
import {mayHaveFiles} from '../store/why-no-compose.ts';
import {type ComposeFiles, cursorProject, ProjectReader} from './project-reader.ts';

export interface FollowPorts extends ComposeFiles {
	readonly store: Store;
	readonly now: () => number;
}

export interface FollowedProjects {
	/** Looks for Compose anew, and reads again. */
	again(): void;
	/** Reads the files of these, whichever screen is open; what it takes longer than the signal lasts goes on. */
	readNamed(projects: readonly string[], signal: AbortSignal): Promise<void>;
	end(): Promise<void>;
}

/** Moving the cursor through projects must not read each of them. */
const settleMillis = 150;
/** Editors write a file in several steps. */
const calmMillis = 400;

/**
 * While the screen of projects is open: finds Compose, and reads the files of the project under the cursor,
 * once, again when one of them changes or Compose has run, and when that is asked for. One at a time.
 */
export const followProjects = (ports: FollowPorts): FollowedProjects => {
	const {store} = ports;
	const all = new AbortController();
	const reader = new ProjectReader({...ports, signal: all.signal});
	let life = new AbortController();
	let wish: string | undefined;
	let turn = 0;

	const look = (): void => {
		const state = store.getState();
		const next = isOpen(state) ? wishOf(state, turn) : undefined;
		if (next === wish) return;
		wish = next;
		life.abort();
		life = new AbortController();
		if (next === undefined) return;
		const signal = AbortSignal.any([life.signal, all.signal]);
		void follow(reader, signal).catch(() => undefined);
	};

	const stop = store.subscribe(look);
	return {
		again() {
			reader.forget();
			turn++;
			look();
		},
		async readNamed(projects, signal) {
			const work = projects.map(project => reader.readNamed(project, signal));
			await unlessAborted(Promise.all(work), signal).catch(() => undefined);
		},
		async end() {
			stop();
			all.abort();
			await reader.idle();
		},
	};
};

const isOpen = (state: State): boolean =>
	state.frame.view === 'compose' && state.connection.status === 'live' && mayHaveFiles(state);

/** With another one all is looked at again. */
const wishOf = (state: State, turn: number): string => {
	const {end, startedAtMillis} = state.program ?? {};
	const ran = end === undefined ? 0 : startedAtMillis;
	return [state.endpoint.url, cursorProject(state), ran, turn].join('\n');
};

/** Until the signal fires. */
const follow = async (reader: ProjectReader, signal: AbortSignal): Promise<void> => {
	await sleep(settleMillis, undefined, {signal});
	for (;;) {
		const files = await reader.read(signal);
		signal.throwIfAborted();
		await changed(files, signal);
		await sleep(calmMillis, undefined, {signal});
	}
};

/** Resolves when one of the files was written or exchanged. A folder is watched, for editors make new files. */
const changed = async (files: readonly string[], signal: AbortSignal): Promise<void> => {
	const {promise, resolve, reject} = Promise.withResolvers<void>();
	const names = new Set(files);
	const watchers = [...new Set(files.map(file => path.dirname(file)))].flatMap(folder =>
		watchFolder(folder, name => {
			if (names.has(path.join(folder, name))) resolve();
		}),
	);
	const stop = (): void => reject(signal.reason);
	signal.addEventListener('abort', stop);
	try {
		await promise;
	} finally {
		signal.removeEventListener('abort', stop);
		for (const watcher of watchers) watcher.close();
	}
};

/** None where the system has no watch left: then there is the key. */
const watchFolder = (folder: string, onName: (name: string) => void): readonly FSWatcher[] => {
	try {
		const watcher = watch(folder, {persistent: false}, (_, name) => onName(name ?? ''));
		watcher.on('error', () => watcher.close());
		return [watcher];
	} catch {
		return [];
	}
};
