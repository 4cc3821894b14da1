import type {Overlay} from '../store/overlay.ts';
import type {Command, CommandContext} from './command.ts';
import {copyChoices, saveChoices, type TakeChoice} from './log-choices.ts';
import {moveChoice} from './move-choice.ts';
import {exportChoices} from './stats-export.ts';
import {topOverlay} from './top-overlay.ts';

type Take = Extract<Overlay, {kind: 'take'}>;

/** What the menu offers. */
export const takeChoices = ({verb}: Take): readonly TakeChoice[] =>
	({copy: copyChoices, save: saveChoices, export: exportChoices})[verb];

const menu = (context: CommandContext): Take | undefined => topOverlay(context, 'take');

const choose = (context: CommandContext, choice: TakeChoice | undefined): void => {
	context.dispatch({type: 'overlay/closed'});
	choice?.take(context);
};

const move = (context: CommandContext, step: number): void => {
	const overlay = menu(context);
	if (overlay !== undefined) moveChoice(context, 'take', takeChoices(overlay), step);
};

/** A letter means what it means in the menu that is open. */
const letters = [
	...new Set([...copyChoices, ...saveChoices, ...exportChoices].map(({key}) => key)),
];

const whyNothing: Command['disabled'] = ({frame, logs}) => {
	if (frame.tab !== 'logs') return 'another tab is open';
	return logs.sources.size === 0 ? 'no log is shown' : undefined;
};

export const logTakeCommands: readonly Command[] = [
	{
		id: 'log.copy',
		title: 'Copy an entry, lines, or all that is shown',
		hint: 'copy',
		group: 'logs',
		scope: 'logs',
		keys: ['y'],
		footer: 40,
		disabled: whyNothing,
		run: ({dispatch}) =>
			dispatch({type: 'overlay/opened', overlay: {kind: 'take', verb: 'copy', index: 0}}),
	},
	{
		id: 'log.save',
		title: 'Save the log to a file',
		hint: 'save',
		group: 'logs',
		scope: 'logs',
		keys: ['ctrl+s'],
		footer: 42,
		disabled: whyNothing,
		run: ({dispatch}) =>
			dispatch({type: 'overlay/opened', overlay: {kind: 'take', verb: 'save', index: 0}}),
	},
	{
		id: 'take.choose',
		title: 'Take this',
		hint: 'take',
		group: 'logs',
		scope: 'take',
		keys: ['enter'],
		footer: 10,
		run(context) {
			const overlay = menu(context);
			if (overlay !== undefined) choose(context, takeChoices(overlay)[overlay.index]);
		},
	},
	...letters.map(
		(letter): Command => ({
			id: `take.${letter === letter.toLowerCase() ? letter : `all-${letter.toLowerCase()}`}`,
			title: `The one with ${letter}`,
			group: 'logs',
			scope: 'take',
			keys: [letter],
			run(context) {
				const overlay = menu(context);
				const choice = overlay && takeChoices(overlay).find(({key}) => key === letter);
				if (choice !== undefined) choose(context, choice);
			},
		}),
	),
	{
		id: 'take.up',
		title: 'Up',
		group: 'logs',
		scope: 'take',
		keys: ['up', 'k'],
		run: context => move(context, -1),
	},
	{
		id: 'take.down',
		title: 'Down',
		group: 'logs',
		scope: 'take',
		keys: ['down'],
		run: context => move(context, 1),
	},
	{
		id: 'take.close',
		title: 'Close',
		hint: 'close',
		group: 'other',
		scope: 'take',
		keys: ['escape', 'q'],
		footer: 20,
		run: ({dispatch}) => dispatch({type: 'overlay/closed'}),
	},
];
