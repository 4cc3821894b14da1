import {setTimeout as sleep} from 'node:timers/promises';
import {tabs, tabTitles} from '../../source/store/tabs.ts';
import {views, viewTitles} from '../../source/store/views.ts';
import type {PseudoTerminal} from './pseudo-terminal.ts';

/** A screen or a tab, and how to get to it from the list with the log below. */
export interface Stop {
	readonly name: string;
	readonly keys: string;
	/** Moves something there and back; of a tab the selection that it is about. */
	readonly moves: readonly [there: string, back: string];
	/** Back to where the tour began. */
	readonly leave: string;
}

const down = ['j', 'k'] as const;
const escapeKey = '\u{1B}';

const screenStops: readonly Stop[] = views.map((view, index) => ({
	...{name: viewTitles[view], keys: `${index + 1}`, leave: '1'},
	// The charts have a cursor that goes from left to right.
	moves: view === 'stats' ? ['\u{1B}[D', '\u{1B}[C'] : down,
}));

const tabStops: readonly Stop[] = tabs.map((tab, index) => ({
	...{
		name: `tab ${tabTitles[tab]}`,
		keys: ']'.repeat(index),
		leave: '['.repeat(index),
		moves: down,
	},
}));

const overlayStops: readonly Stop[] = [
	{name: 'help', keys: '?', leave: escapeKey, moves: down},
	{name: 'palette', keys: ':', leave: escapeKey, moves: ['\u{1B}[B', '\u{1B}[A']},
	{name: 'columns', keys: 'c', leave: escapeKey, moves: down},
	{name: 'group by', keys: 'b', leave: escapeKey, moves: down},
];

/** Everything that can be looked at for long. */
export const tour: readonly Stop[] = [...screenStops, ...tabStops, ...overlayStops];

const keyPauseMillis = 120;

/** Types one key after another, as a person would. */
export const typeSlowly = async (terminal: PseudoTerminal, keys: string): Promise<void> => {
	for (const key of keys) {
		terminal.type(key);
		await sleep(keyPauseMillis);
	}
};
