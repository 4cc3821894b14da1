import {formatClock} from '../format/clock.ts';
import {engineMillis} from '../model/engine-clock.ts';
import {parseMoment} from '../model/logs/moment.ts';
import type {LogSheet} from '../store/logs/log-sheet.ts';
import type {Command, CommandContext} from './command.ts';
import {hold} from './log-read-commands.ts';
import {topOverlay} from './top-overlay.ts';
import {whyNoOlder} from './why-no-older.ts';

/** Goes to the first entry at or after what was typed; what cannot be read stays to be corrected. */
const jump = (context: CommandContext): void => {
	const {state, dispatch, effects, logs, logMoves, nowMillis} = context;
	const overlay = topOverlay(context, 'moment');
	if (overlay === undefined) return;
	const zone = {offsetMinutes: state.logs.look.time === 'utc' ? 0 : context.zoneOffsetMinutes};
	const nowThere = engineMillis(nowMillis, state.engine);
	const wanted = parseMoment(overlay.text, {nowMillis: nowThere, ...zone});
	if (wanted === undefined) return;
	dispatch({type: 'overlay/closed'});
	const say = (text: string): void =>
		dispatch({type: 'message/added', level: 'info', text, atMillis: nowMillis});
	const first = firstMillis(logs);
	const index = indexAt(logs, wanted);
	const entry = logs.at(index);
	if (entry === undefined) {
		say(`nothing was written at ${formatClock(wanted, zone)} or later`);
		hold(context);
		return;
	}
	hold(context, logMoves.to(entry.seq));
	if (first === undefined || wanted >= first) return;
	const next = beforeFirst(context, zone.offsetMinutes);
	say(`the lines that are kept begin at ${formatClock(first, zone)}; ${next}`);
	if (state.logs.older === undefined && index !== 0) effects.loadOlder();
};

const beforeFirst = ({state, keymap}: CommandContext, offsetMinutes: number): string => {
	const {connection, logs} = state;
	if (logs.older === 'none') return 'there is nothing before';
	const reason = whyNoOlder(logs, offsetMinutes, keymap);
	if (reason !== undefined) return reason;
	return connection.status === 'lost' ? 'the engine does not answer' : 'asking for older lines';
};

const firstMillis = (logs: LogSheet): number | undefined => {
	for (let index = 0; index < logs.count; index++) {
		const atMillis = logs.at(index)?.line.atMillis;
		if (atMillis !== undefined) return atMillis;
	}
	return undefined;
};

/** One by one: late lines stand where they came, so that the times do not always grow. */
const indexAt = (logs: LogSheet, wanted: number): number => {
	let index = 0;
	while (index < logs.count && !((logs.at(index)?.line.atMillis ?? Number.NaN) >= wanted)) index++;
	return index;
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
