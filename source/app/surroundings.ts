import {homedir} from 'node:os';
import process from 'node:process';
import {known} from '../model/known.ts';
import type {Surroundings} from './load-settings.ts';

/** Those of this process. */
export const surroundings = (): Surroundings => ({
	env: process.env,
	homeDirectory: homedir(),
	...known('currentDirectory', currentDirectory()),
});

/** It may have been removed meanwhile. */
const currentDirectory = (): string | undefined => {
	try {
		return process.cwd();
	} catch {
		return undefined;
	}
};
