import {mostReplicas, runName} from '../../model/compose/arguments.ts';
import type {Refusal} from '../../model/compose/project.ts';
import {splitWords} from '../../model/split-words.ts';
import type {Overlay} from '../../store/overlay.ts';
import type {Command, CommandContext} from '../command.ts';
import {topOverlay} from '../top-overlay.ts';
import {askCompose} from './compose-commands.ts';
import type {composeConfirm} from './compose-request.ts';

type Typed = Extract<Overlay, {kind: 'compose-line'}>;
type Asked = Parameters<typeof composeConfirm>[1];

/** What was typed as something to do; what cannot be understood stays to be corrected. */
const orderOf = ({verb, project, service, text}: Typed, nowMillis: number): Asked | Refusal => {
	if (verb === 'scale') {
		const count = /^\d{1,4}$/.test(text.trim()) ? Number(text) : Number.NaN;
		return count >= 0 && count <= mostReplicas
			? {verb, service, count}
			: {problem: `a number from 0 to ${mostReplicas}`};
	}
	const argv = splitWords(text);
	if (argv === undefined) return {problem: 'a quote is open'};
	if (verb === 'run') return {verb, service, argv};
	const name = runName(project, service, nowMillis);
	return {verb: 'run', service, argv, isTerminal: true, name};
};

const submit = (context: CommandContext): void => {
	const overlay = topOverlay(context, 'compose-line');
	if (overlay === undefined) return;
	const {dispatch} = context;
	const order = orderOf(overlay, context.nowMillis);
	if ('problem' in order) {
		dispatch({type: 'overlay/changed', overlay: {...overlay, problem: order.problem}});
		return;
	}
	dispatch({type: 'overlay/closed'});
	askCompose(context, overlay.project, order);
};

export const composeLineCommands: readonly Command[] = [
	{
		id: 'line.submit',
		title: 'Go on with what was typed',
		hint: 'go on',
		group: 'act',
		scope: 'compose-line',
		keys: ['enter'],
		footer: 10,
		run: submit,
	},
	{
		id: 'line.cancel',
		title: 'Do nothing',
		hint: 'cancel',
		group: 'act',
		scope: 'compose-line',
		keys: ['escape'],
		footer: 20,
		run: ({dispatch}) => dispatch({type: 'overlay/closed'}),
	},
];
