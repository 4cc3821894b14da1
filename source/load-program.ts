// Nothing but Node's own modules may be imported here: see `cli.ts`.
import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {dirname} from 'node:path';
import process from 'node:process';
import {pathToFileURL} from 'node:url';
import {Script} from 'node:vm';
import {pruneCode, readCode, writeCode} from './code-cache.ts';
import {resetYoungGrowth} from './v8-flags.ts';

export interface CodeCache {
	/** Undefined: nothing is kept. */
	readonly folder: string | undefined;
	/** What is kept is for starts of this kind; those of none take what one of the screen kept. */
	readonly kind: string | undefined;
}

export interface Program {
	readonly main: typeof import('./app/main.tsx').main;
	/** Keeps what has been compiled up to now, unless it was kept before. Takes some 30 ms of this thread. */
	keepCode(): Promise<void>;
}

/**
 * Runs the program file. It is one script and no module, because V8 keeps all that was compiled of a
 * script by the time it is asked; of a module Node.js keeps only what is compiled at once, so that what a start
 * calls was compiled anew in each start: that was a third of its time.
 */
export const loadProgram = (file: string, {folder, kind}: CodeCache): Program => {
	// It is ASCII, and of all encodings this one is read the fastest.
	const source = readFileSync(file, 'latin1');
	const {version, arch} = process;
	const name = `${kind ?? 'screen'}-${version}-${arch}-${digestOf(source)}.code`;
	const cacheFile = folder === undefined ? undefined : `${folder}/${name}`;
	const cachedData = cacheFile === undefined ? undefined : readCode(cacheFile);
	const script = new Script(source, {filename: file, ...(cachedData && {cachedData})});
	const program: {exports: {main?: Program['main']}} = {exports: {}};
	const url = pathToFileURL(file).href;
	script.runInThisContext()(program, createRequire(url), {
		url,
		filename: file,
		dirname: dirname(file),
	});
	const {main} = program.exports;
	if (main === undefined) throw new Error(`${file} is not the program`);
	let isKept = script.cachedDataRejected === false;
	return {
		main,
		async keepCode() {
			if (isKept || folder === undefined || cacheFile === undefined || kind === undefined) return;
			isKept = true;
			// Taken only by a V8 with the same flags.
			resetYoungGrowth();
			await writeCode(cacheFile, script.createCachedData());
			await pruneCode(folder, Date.now());
		},
	};
};

/** Of all that follows its first line; the build writes it there. */
const digestOf = (source: string): string => /^\/\/ ([0-9a-f]+)\n/.exec(source)?.[1] ?? '';
