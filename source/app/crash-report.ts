import {mkdirSync, readdirSync, rmSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {cleanText} from '../format/sanitise.ts';
import {maskSecrets} from '../model/secrets.ts';

export interface CrashFacts {
	readonly atMillis: number;
	/** Where dockmon runs and with what: name and value. */
	readonly facts: Readonly<Record<string, string>>;
	/** What happened before, the oldest first. */
	readonly trail: readonly string[];
}

/** The text of a report about an error that nobody caught: it is written to be handed on, so it holds no secret. */
export const crashReport = (error: unknown, {atMillis, facts, trail}: CrashFacts): string =>
	[
		`dockmon was stopped by a fault of its own at ${new Date(atMillis).toISOString()}.`,
		'',
		...Object.entries(facts).map(([name, value]) => `${`${name}:`.padEnd(10)} ${printable(value)}`),
		'',
		...causesOf(error).flatMap((each, depth) => [
			...(depth > 0 ? ['caused by:'] : []),
			...stackOf(each),
		]),
		'',
		'Before it, the oldest first:',
		...trail.map(each => `  ${printable(each)}`),
		'',
	].join('\n');

const printable = (text: string): string => maskSecrets(cleanText(text));

/** An error may name itself as its cause. */
const mostCauses = 5;

const causesOf = (error: unknown): readonly unknown[] => {
	const causes = [error];
	while (causes.length < mostCauses) {
		const last = causes.at(-1);
		if (!(last instanceof Error) || last.cause === undefined) break;
		causes.push(last.cause);
	}
	return causes;
};

const stackOf = (error: unknown): readonly string[] => {
	const text =
		error instanceof Error ? (error.stack ?? `${error.name}: ${error.message}`) : String(error);
	// A key of many lines is one secret.
	return maskSecrets(text).split('\n').map(printable);
};

/** The newest stay. */
const mostReports = 10;
const isReport = (name: string): boolean => name.startsWith('crash-') && name.endsWith('.txt');

/**
 * Writes it where only the user can read it, without waiting, because the program is about to end;
 * returns the path. Throws where it cannot be written.
 */
export const writeCrashReport = (folder: string, text: string, atMillis: number): string => {
	mkdirSync(folder, {recursive: true, mode: 0o700});
	const stamp = new Date(atMillis).toISOString().replaceAll(/[-:]|\..*/g, '');
	const file = writeNew(path.join(folder, `crash-${stamp}-${process.pid}`), text);
	const older = readdirSync(folder).filter(isReport).sort().slice(0, -mostReports);
	for (const name of older) rmSync(path.join(folder, name), {force: true});
	return file;
};

/** Faults may come in the same second; the names sort as they were written. */
const writeNew = (stem: string, text: string): string => {
	for (let count = 1; ; count++) {
		const file = `${stem}${count === 1 ? '' : `_${count}`}.txt`;
		try {
			writeFileSync(file, text, {flag: 'wx', mode: 0o600});
			return file;
		} catch (error) {
			const isTaken = error instanceof Error && 'code' in error && error.code === 'EEXIST';
			if (!isTaken || count === mostReports) throw error;
		}
	}
};
