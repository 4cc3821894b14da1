import {constants} from 'node:os';
import {ApiError} from './api-error.ts';

/** `KILL`, `SIGKILL` or `9` as a number. Throws 400 for anything else. */
export const signalNumber = (name: string): number => {
	const byName = new Map(Object.entries(constants.signals)).get(
		`SIG${name.toUpperCase().replace(/^SIG/, '')}`,
	);
	const number = byName ?? Number(name);
	if (!Number.isInteger(number) || number < 1 || number > 64)
		throw new ApiError(400, `Invalid signal: ${name}`);
	return number;
};
