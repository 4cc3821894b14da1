import process from 'node:process';
import type {Effects, Keymap} from '../commands/command.ts';
import {keyText} from '../commands/keymap.ts';
import {pastable} from '../format/raw-text.ts';
import type {Store} from '../store/store.ts';
import {copyText} from './clipboard/copy.ts';
import {planCopy} from './clipboard/plan.ts';
import {saveLog} from './save-log.ts';

export interface TakeAwayPorts {
	readonly store: Store;
	readonly now: () => number;
	readonly keymap: Keymap;
	/** To the terminal, between two frames. */
	readonly write: (sequence: string) => void;
}

/** What leaves the screen: into the clipboard, into a file. How it went is a message. */
export const createTakeAway = ({
	store,
	now,
	keymap,
	write,
}: TakeAwayPorts): Pick<Effects, 'copy' | 'save'> => {
	const key = keyText(keymap, 'log.save');
	const saving = key === undefined ? '' : `; ${key} saves them`;
	const say = (level: 'success' | 'error', text: string): void =>
		store.dispatch({type: 'message/added', level, text, atMillis: now()});
	const copy = async (text: string, what: string): Promise<void> => {
		const plan = planCopy(process.env, process.platform);
		const {program, isSentToTerminal} = await copyText(pastable(text), plan, write);
		if (program !== undefined) say('success', `copied ${what} (${program})`);
		// Terminals do not answer, and some of them ask or refuse.
		else if (isSentToTerminal) say('success', `copied ${what} (sent to the terminal)`);
		else say('error', `${what} are too long for the clipboard of a terminal${saving}`);
	};
	const save = async (request: Parameters<Effects['save']>[0]): Promise<void> => {
		try {
			const path = await saveLog(process.cwd(), request, new Date(now()));
			say('success', `saved ${request.lines.length} lines to ${path}`);
		} catch (error) {
			say('error', `not saved: ${error instanceof Error ? error.message : String(error)}`);
		}
	};
	return {
		copy: (text, what) => void copy(text, what),
		save: request => void save(request),
	};
};
