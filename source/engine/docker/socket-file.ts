import {type BigIntStats, statSync} from 'node:fs';
import {stat} from 'node:fs/promises';
import {wait} from '../wait.ts';

/** How often a lost engine's socket is looked at: a file is, not an engine. */
const lookMillis = 250;

/** The file of a unix socket. */
export interface SocketFile {
	/** The same as long as it is the same file. */
	readonly identity: string;
	/** Changes also when the file is made anew under a number that was in use before. */
	readonly version: string;
	/** False when it was removed from its folder and lives on only where it is mounted. */
	readonly isLinked: boolean;
}

/** Undefined when there is none, or nothing may be seen of it. */
export const readSocketFile = async (path: string): Promise<SocketFile | undefined> => {
	try {
		return toSocketFile(await stat(path, {bigint: true}));
	} catch {
		return undefined;
	}
};

const toSocketFile = ({dev, ino, ctimeNs, nlink}: BigIntStats): SocketFile => {
	const identity = `${dev}:${ino}`;
	return {identity, version: `${identity}:${ctimeNs}`, isLinked: nlink > 0n};
};

/** At once, so that a socket that comes a moment later is a new one. */
const firstSocketFile = (path: string): SocketFile | undefined => {
	try {
		return toSocketFile(statSync(path, {bigint: true}));
	} catch {
		return undefined;
	}
};

/** Resolves when there is a socket that was not there at first, or when the signal fires. */
export const untilNewSocket = async (path: string, signal: AbortSignal): Promise<void> => {
	const first = firstSocketFile(path);
	while (!signal.aborted) {
		await wait(lookMillis, signal);
		const now = await readSocketFile(path);
		if (now !== undefined && now.version !== first?.version) return;
	}
};
