import {engineMillis} from '../model/engine-clock.ts';
import {parseMoment} from '../model/logs/moment.ts';
import type {Command, CommandContext} from './command.ts';
import {goToMoment, logOffsetMinutes} from './go-to-moment.ts';
import {topOverlay} from './top-overlay.ts';

/** Goes to what was typed; what cannot be read stays to be corrected. */
const jump = (context: CommandContext): void => {
	const {state, dispatch, nowMillis} = context;
	const overlay = topOverlay(context, 'moment');
	if (overlay === undefined) return;
	const offsetMinutes = logOffsetMinutes(context);
	const nowThere = engineMillis(nowMillis, state.engine);
	const wanted = parseMoment(overlay.text, {nowMillis: nowThere, offsetMinutes});
	if (wanted === undefined) return;
	dispatch({type: 'overlay/closed'});
	goToMoment(context, wanted);
};

export const momentCommands: readonly Command[] = [
	{
		id: 'moment.go',
		title: 'Go there',
		hint: 'go',
		group: 'logs',
		scope: 'moment',
		keys: ['enter'],
		footer: 10,
		run: jump,
	},
	{
		id: 'moment.cancel',
		title: 'Stay where it is',
		hint: 'cancel',
		group: 'logs',
		scope: 'moment',
		keys: ['escape'],
		footer: 20,
		run: ({dispatch}) => dispatch({type: 'overlay/closed'}),
	},
];
