import {homedir} from 'node:os';
import {resolve} from 'node:path';
import process from 'node:process';
import {copyInQuestion} from '../../commands/act/ask-copy-in.ts';
import type {Effects} from '../../commands/command.ts';
import type {FileEffects} from '../../commands/effects/file-effects.ts';
import type {EngineFiles} from '../../engine/engine-files.ts';
import {sayBytes} from '../../format/bytes.ts';
import type {Container} from '../../model/container.ts';
import {qualifiedName} from '../../model/container-facts.ts';
import {isAbortError} from '../../model/engine-error.ts';
import type {ContainerKey} from '../../model/ids.ts';
import type {MessageLevel} from '../../store/act/act-state.ts';
import type {CopyInOrder} from '../../store/files/copy-order.ts';
import type {FileCopy} from '../../store/files/files-state.ts';
import type {Store} from '../../store/store.ts';
import type {Watch} from '../watch.ts';
import {copyIn, surveyCopyIn} from './copy-in.ts';
import {type Copied, copyOut} from './copy-out.ts';
import {browserFor, openWith} from './open-url.ts';

export interface FileEffectPorts {
	readonly store: Store;
	readonly watch: Pick<Watch, 'engine'>;
	readonly now: () => number;
	readonly copy: Effects['copy'];
}

/** How often progress is told. */
const tellMillis = 200;
/** For an engine that does not answer what is there. */
const surveyMillis = 15_000;

/** Copies files, one at a time. `end`: cancels it and waits until what it made is removed. */
export const createFileEffects = ({
	store,
	watch,
	now,
	copy: toClipboard,
}: FileEffectPorts): FileEffects & {readonly end: () => Promise<void>} => {
	let life: AbortController | undefined;
	let work: Promise<void> | undefined;
	const say = (level: MessageLevel, text: string): void =>
		store.dispatch({type: 'message/added', level, text, atMillis: now()});

	const run = async (
		copy: FileCopy,
		does: (files: EngineFiles, tell: Tell, signal: AbortSignal) => Promise<Copied>,
	): Promise<void> => {
		const {engine} = watch;
		if (engine === undefined || life !== undefined) return;
		const own = new AbortController();
		life = own;
		store.dispatch({type: 'copy/began', copy});
		try {
			const copied = await does(engine.files, teller(store, copy, now), own.signal);
			say(...sayCopied(copy, copied));
		} catch (error) {
			say(...sayNot(copy, error, own.signal.aborted));
		}
		life = undefined;
		store.dispatch({type: 'copy/ended'});
		// What was copied in is seen at once.
		const {key, path} = store.getState().files;
		if (copy.direction === 'in' && key !== undefined)
			store.dispatch({type: 'files/wanted', key, path});
	};

	const begin = (
		key: ContainerKey,
		copy: (container: Container) => FileCopy,
		does: (
			container: Container,
			files: EngineFiles,
			tell: Tell,
			signal: AbortSignal,
		) => Promise<Copied>,
	): void => {
		const container = store.getState().containers.byKey.get(key);
		if (container === undefined) {
			say('error', 'nothing was copied: the container is gone');
			return;
		}
		work = run(copy(container), (files, tell, signal) => does(container, files, tell, signal));
	};

	const beginCopyIn = ({key, from, folder, mayReplace}: CopyInOrder): void =>
		begin(
			key,
			container => newCopyIn(container, {from, folder}, now()),
			({ref}, files, tell, signal) =>
				copyIn(
					{
						...{files, ref, from, folder, mayReplace: mayReplace === true},
						onTotal: tell.total,
						onProgress: tell.advance,
					},
					signal,
				),
		);

	const askCopyIn = async (order: CopyInOrder): Promise<void> => {
		const container = store.getState().containers.byKey.get(order.key);
		const {engine} = watch;
		if (container === undefined || engine === undefined) {
			say('error', 'nothing was copied: the container is gone');
			return;
		}
		const {from, folder} = order;
		const place = {files: engine.files, ref: container.ref, from, folder};
		try {
			const survey = await surveyCopyIn(place, AbortSignal.timeout(surveyMillis));
			const state = store.getState();
			const overlay = copyInQuestion(state, container, order, survey, now());
			if (overlay === undefined) beginCopyIn(order);
			// Whoever has gone on to something else meanwhile is not asked in the middle of it.
			else if (state.frame.overlays.length > 0) say('info', `${from} was not copied: you went on`);
			else store.dispatch({type: 'overlay/opened', overlay});
		} catch (error) {
			say(
				'error',
				`not copied: ${whyNot(error)}; ${from} to ${qualifiedName(container)}:${folder}`,
			);
		}
	};

	return {
		copyOut(key, path) {
			const folder = process.cwd();
			begin(
				key,
				container => {
					const name = qualifiedName(container);
					return {...fresh(now()), direction: 'out', name, from: `${name}:${path}`, to: folder};
				},
				({ref}, files, tell, signal) =>
					copyOut({files, ref, path, folder, onProgress: tell.advance}, signal),
			);
		},
		askCopyIn: order => void askCopyIn({...order, from: localPath(order.from)}),
		copyIn: beginCopyIn,
		cancelCopy: () => life?.abort(),
		openUrl: url => void openUrl(url, say, toClipboard),
		async end() {
			life?.abort();
			await work;
		},
	};
};

/** `~` is the home of the user, as in a shell. */
const localPath = (typed: string): string => resolve(typed.replace(/^~(?=\/|$)/, homedir()));

const newCopyIn = (
	container: Container,
	{from, folder}: Pick<CopyInOrder, 'from' | 'folder'>,
	nowMillis: number,
): FileCopy => {
	const name = qualifiedName(container);
	return {...fresh(nowMillis), direction: 'in', name, from, to: `${name}:${folder}`};
};

const fresh = (startedAtMillis: number) => ({startedAtMillis, bytes: 0, files: 0});

interface Tell {
	readonly advance: (bytes: number, files: number) => void;
	readonly total: (bytes: number) => void;
}

const teller = (store: Store, copy: FileCopy, now: () => number): Tell => {
	let toldAtMillis = 0;
	return {
		total: totalBytes => store.dispatch({type: 'copy/began', copy: {...copy, totalBytes}}),
		advance(bytes, files) {
			if (now() - toldAtMillis < tellMillis) return;
			toldAtMillis = now();
			store.dispatch({type: 'copy/advanced', bytes, files});
		},
	};
};

type Told = readonly [level: MessageLevel, text: string];

const sayCopied = ({direction, from, name}: FileCopy, copied: Copied): Told => {
	const place = direction === 'out' ? copied.path : `${name}:${copied.path}`;
	const level = copied.leftOut > 0 ? 'info' : 'success';
	return [level, `copied ${from} to ${place}: ${sumUp(copied)}`];
};

const sayNot = (copy: FileCopy, error: unknown, isCancelled: boolean): Told => {
	const {from, to} = copy;
	return isCancelled || isAbortError(error)
		? ['info', `copy of ${from} cancelled, ${whatIsLeft(copy)}`]
		: ['error', `not copied: ${whyNot(error)}; ${from} to ${to}, ${whatIsLeft(copy)}`];
};

/** The usual ones in words. */
const reasons: Readonly<Record<string, string>> = {
	ENOENT: 'there is no such file here',
	EACCES: 'it may not be read or written here',
	EPERM: 'it may not be read or written here',
	ENOSPC: 'the disk is full',
	ELOOP: 'its links lead in a circle',
	ENOTDIR: 'a part of its path is no folder',
	ENAMETOOLONG: 'its name is too long',
};

const whyNot = (error: unknown): string => {
	if (!(error instanceof Error)) return String(error);
	const {code = '', path} = error as NodeJS.ErrnoException;
	const reason = reasons[code];
	if (reason === undefined) return error.message;
	return path === undefined ? reason : `${reason} (${path})`;
};

const sumUp = ({bytes, files, leftOut}: Copied): string => {
	const left = leftOut === 0 ? '' : `; ${leftOut} links, devices or odd names were left out`;
	return `${sayBytes(bytes)}${files === 1 ? '' : ` in ${files} files`}${left}`;
};

const whatIsLeft = ({direction}: FileCopy): string =>
	direction === 'out' ? 'nothing of it is left here' : 'a part of it may be in the container';

const openUrl = async (
	url: string,
	say: (level: MessageLevel, text: string) => void,
	copy: Effects['copy'],
): Promise<void> => {
	const program = browserFor(process.env, process.platform);
	if (program !== undefined && (await openWith(program, url))) say('success', `opened ${url}`);
	else {
		say('info', `there is no browser here: ${url}`);
		copy(url, url);
	}
};
