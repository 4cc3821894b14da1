import {shellWords} from '../../format/shell-words.ts';
import type {Confirm, ConfirmRequest} from '../../store/overlay.ts';
import type {CommandContext} from '../command.ts';

type Confirmed = {
	readonly [Kind in ConfirmRequest['kind']]: (
		context: CommandContext,
		request: Extract<ConfirmRequest, {kind: Kind}>,
	) => void;
};

/** What a yes does, by what was asked. */
const confirmed: Confirmed = {
	action: ({effects}, {action, targets}) => effects.runAction({action, targets}),
	bulk: ({dispatch, effects, nowMillis: sinceMillis}, {plan}) => {
		dispatch({type: 'overlay/opened', overlay: {kind: 'bulk', top: 0, sinceMillis}});
		effects.beginBulk(plan);
	},
	'bulk-retry': ({effects}) => effects.retryBulk(),
	program: ({effects}, {kind: _, ...request}) => effects.runProgram(request),
	shell: ({effects}, {request}) => effects.openShell(request),
	attach: ({effects}, {target}) => effects.attach(target),
	debug: ({effects}, {request}) => effects.openDebug(request),
	split: ({effects}, {request}) => effects.split(request),
	'copy-in': ({effects}, {kind: _, ...order}) => effects.copyIn(order),
};

export const doConfirmed = (context: CommandContext, {request}: Confirm): void => {
	const run = confirmed[request.kind] as (context: CommandContext, request: ConfirmRequest) => void;
	run(context, request);
};

/** One line for each command that would do the same. */
export const copyCommands = ({effects}: CommandContext, {commands = []}: Confirm): void => {
	if (commands.length > 0) effects.copy(commands.map(shellWords).join('\n'), 'the command');
};
