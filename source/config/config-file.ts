import {constants} from 'node:fs';
import {mkdir, open, realpath, rename, rm} from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import type {HighlightRule} from '../model/logs/highlight-rule.ts';
import type {ReadOptions, SettingsRead} from './read-settings.ts';

export interface ConfigRead extends SettingsRead {
	/** False where there is no such file. */
	readonly isThere: boolean;
}

/** More is no configuration. */
const maxBytes = 1024 * 1024;

/** The file of the configuration. YAML is loaded only where there is something to read or write. */
export class ConfigFile {
	readonly path: string;
	/** One change after another: each begins with what the one before has written. */
	#changes: Promise<void> = Promise.resolve();

	constructor(file: string) {
		this.path = file;
	}

	/** Never rejects: what cannot be read sets nothing, and is a warning. */
	async read(options: ReadOptions = {}): Promise<ConfigRead> {
		try {
			const text = await this.#text(options.isDisplayOnly);
			if (text === undefined) return {...nothing, isThere: false};
			const {readSettings} = await import('./read-settings.ts');
			const read = readSettings(text, options);
			const warnings = read.warnings.map(warning => `${path.basename(this.path)} ${warning}`);
			return {...read, warnings, isThere: true};
		} catch (error) {
			const warning = `${this.path} cannot be read: ${reasonOf(error)}`;
			return {...nothing, warnings: [warning], isThere: true};
		}
	}

	/** Rejects with an `Error` where that cannot be written; the file then is what it was. */
	async saveRule(rule: HighlightRule, isKept: boolean): Promise<void> {
		const change = this.#changes.then(async () => {
			const {withoutRule, withRule} = await import('./edit-highlights.ts');
			const text = (await this.#text()) ?? '';
			await this.#write(isKept ? withRule(text, rule) : withoutRule(text, rule));
		});
		// Who asked hears of the failure; the next change begins anyway.
		this.#changes = change.then(
			() => undefined,
			() => undefined,
		);
		await change;
	}

	/** Undefined where there is no file. */
	async #text(isOthersRefused = false): Promise<string | undefined> {
		try {
			// Neither waits for who writes into a pipe, nor asks a device.
			const file = await open(this.path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
			try {
				const stats = await file.stat();
				if (!stats.isFile() && !stats.isDirectory()) throw new Error('it is no file');
				if (isOthersRefused && isOfOthers(stats.uid)) throw new Error('it belongs to another user');
				if (stats.size > maxBytes) throw new Error('it is larger than 1 MB');
				return await file.readFile('utf8');
			} finally {
				await file.close();
			}
		} catch (error) {
			if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
			throw error;
		}
	}

	/** Whoever reads it meanwhile sees the old one or the new one, and a link stays a link. */
	async #write(text: string): Promise<void> {
		await mkdir(path.dirname(this.path), {recursive: true, mode: 0o700});
		// Where there is none yet it is no link either.
		const target = await realpath(this.path).catch(() => this.path);
		const fresh = `${target}.${process.pid}.new`;
		try {
			const file = await open(fresh, 'wx', 0o600);
			try {
				await file.writeFile(text);
				await file.sync();
			} finally {
				await file.close();
			}
			await rename(fresh, target);
		} catch (error) {
			await rm(fresh, {force: true});
			throw error;
		}
	}
}

/** Who can write into a directory in which others work shall not decide what they see. */
const isOfOthers = (owner: number): boolean => ![0, process.getuid?.() ?? owner].includes(owner);

const nothing: SettingsRead = {settings: {}, lines: new Map(), warnings: []};

const reasonOf = (error: unknown): string =>
	error instanceof Error ? error.message : String(error);
