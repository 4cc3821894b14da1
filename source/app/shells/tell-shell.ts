import type {MessageLevel} from '../../store/act/act-state.ts';
import type {ShellResult} from '../shell-session.ts';

/** A message for the list; may hold foreign text. */
export type Told = readonly [MessageLevel, string];

export interface Shown {
	/** `shell in`, `root shell in`, `attaching to` */
	readonly what: string;
	readonly title: string;
}

/** How it went, in words; nothing where the user broke it off. */
export const tellShell = (result: ShellResult, {what, title}: Shown): Told | undefined => {
	const name = `${what} ${title}`;
	switch (result.kind) {
		case 'ended':
			return ['info', `${name} ended, exit code ${result.exitCode ?? 'unknown'}`];
		case 'missing':
			return ['error', `${name} failed: ${result.message}`];
		case 'not-running':
			return ['error', `${name} failed: ${result.message}`];
		case 'gone':
			return ['error', `${name} failed, something is gone: ${result.message}`];
		case 'failed': {
			const hint = result.hint === undefined ? '' : ` (${result.hint})`;
			return ['error', `${name} failed: ${result.message}${hint}`];
		}
		case 'lost':
			return ['error', `${name} was cut off: ${result.message}`];
		case 'cancelled':
			return undefined;
	}
};
