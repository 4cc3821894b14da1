import {shellWords} from '../../format/shell-words.ts';
import {formValues, inField, otherChoice} from '../../store/act/form.ts';
import type {Command, CommandContext} from '../command.ts';
import {topOverlay} from '../top-overlay.ts';
import {forms} from './forms.ts';

/** To the next field or the one before. */
const move = (context: CommandContext, step: 1 | -1): void => {
	const overlay = topOverlay(context, 'form');
	if (overlay === undefined) return;
	context.dispatch({type: 'overlay/changed', overlay: inField(overlay, overlay.index + step)});
};

const turn = (context: CommandContext, step: 1 | -1): void => {
	const overlay = topOverlay(context, 'form');
	const text = overlay && otherChoice(overlay, step);
	if (overlay === undefined || text === undefined) return;
	context.dispatch({type: 'overlay/changed', overlay: {...overlay, text}});
};

/** What cannot be taken stays to be corrected, with the cursor where the trouble is. */
const submit = (context: CommandContext): void => {
	const overlay = topOverlay(context, 'form');
	if (overlay === undefined) return;
	const {form} = overlay;
	const spec = forms[form.purpose];
	const values = formValues(overlay);
	const problems = spec.check(values, form, context.state);
	const wrong = form.fields.findIndex(({id}) => problems[id] !== undefined);
	if (wrong >= 0) {
		if (wrong === overlay.index) return;
		context.dispatch({type: 'overlay/changed', overlay: inField(overlay, wrong)});
		return;
	}
	context.dispatch({type: 'overlay/closed'});
	spec.submit(context, values, form);
};

/** Letters, and a space, are text. */
export const formCommands: readonly Command[] = [
	{
		id: 'form.submit',
		title: 'Go on with this',
		hint: 'go on',
		group: 'act',
		scope: 'form',
		keys: ['enter'],
		needsTarget: true,
		acts: true,
		footer: 10,
		run: submit,
	},
	{
		...{id: 'form.next', title: 'Next field', hint: 'next', group: 'move', scope: 'form'},
		keys: ['tab', 'down'],
		footer: 15,
		run: context => move(context, 1),
	},
	{
		...{id: 'form.previous', title: 'Field before', group: 'move', scope: 'form'},
		keys: ['shift+tab', 'up'],
		run: context => move(context, -1),
	},
	{
		...{id: 'form.next-choice', title: 'Next choice', hint: 'choice', group: 'move', scope: 'form'},
		keys: ['right'],
		footer: 18,
		disabled: ({frame}) => {
			const overlay = frame.overlays.at(-1);
			const field = overlay?.kind === 'form' ? overlay.form.fields[overlay.index] : undefined;
			return field?.choices === undefined ? 'it has no choices' : undefined;
		},
		run: context => turn(context, 1),
	},
	{
		...{id: 'form.previous-choice', title: 'Choice before', group: 'move', scope: 'form'},
		keys: ['left'],
		run: context => turn(context, -1),
	},
	{
		id: 'form.copy',
		title: 'Copy the command that does it',
		hint: 'copy it',
		group: 'act',
		scope: 'form',
		keys: ['ctrl+y'],
		footer: 30,
		run(context) {
			const overlay = topOverlay(context, 'form');
			const argv =
				overlay &&
				forms[overlay.form.purpose].argv?.(formValues(overlay), overlay.form, context.state);
			if (argv !== undefined) context.effects.copy(shellWords(argv), 'the command');
		},
	},
	{
		id: 'form.cancel',
		title: 'Leave all as it is',
		hint: 'cancel',
		group: 'other',
		scope: 'form',
		keys: ['escape'],
		footer: 20,
		run: ({dispatch}) => dispatch({type: 'overlay/closed'}),
	},
];
