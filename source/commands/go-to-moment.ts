import {formatClock} from '../format/clock.ts';
import type {Entries} from '../store/logs/entry-list.ts';
import type {LogSheet} from '../store/logs/log-sheet.ts';
import type {LogHeld} from '../store/logs/logs-state.ts';
import type {CommandContext} from './command.ts';
import {keyText} from './keymap.ts';
import {hold} from './log-read-commands.ts';
import {whyNoOlder} from './why-no-older.ts';

/**
 * Goes to the first entry at or after a moment of the engine's clock, or says why there is none. `heldAt`:
 * how the log is held there, where it is not what the pane shows already.
 */
export const goToMoment = (
	context: CommandContext,
	wanted: number,
	heldAt: (seq: number) => LogHeld | undefined = seq => context.logMoves.to(seq),
): void => {
	const {state, dispatch, effects, logs, nowMillis} = context;
	const offsetMinutes = logOffsetMinutes(context);
	const clock = (millis: number): string => formatClock(millis, {offsetMinutes});
	const say = (text: string): void =>
		dispatch({type: 'message/added', level: 'info', text, atMillis: nowMillis});
	const first = firstMillis(logs, logs.count);
	const index = indexAt(logs, wanted);
	const entry = logs.at(index);
	if (entry === undefined) {
		say(`nothing was written at ${clock(wanted)} or later`);
		hold(context);
		return;
	}
	hold(context, heldAt(entry.seq));
	if (first === undefined || wanted >= first) return;
	say(`the lines that are kept begin at ${clock(first)}; ${beforeFirst(context, offsetMinutes)}`);
	if (state.logs.older === undefined && index !== 0) effects.loadOlder();
};

/** Of the clock that the log shows, and that a time is typed by. */
export const logOffsetMinutes = ({state, zoneOffsetMinutes}: CommandContext): number =>
	state.logs.look.time === 'utc' ? 0 : zoneOffsetMinutes;

/** Says how to go to a moment of a log of which the lines are still to come. */
export const sayMomentLater = (context: CommandContext, wanted: number): void => {
	const {dispatch, keymap, nowMillis} = context;
	const key = keyText(keymap, 'log.jump');
	const clock = formatClock(wanted, {offsetMinutes: logOffsetMinutes(context)});
	const way = key === undefined ? '' : `; ${key} goes to ${clock}`;
	const text = `the log is still being read${way}`;
	dispatch({type: 'message/added', level: 'info', text, atMillis: nowMillis});
};

const beforeFirst = ({state, keymap}: CommandContext, offsetMinutes: number): string => {
	const {connection, logs} = state;
	if (logs.older === 'none') return 'there is nothing before';
	const reason = whyNoOlder(logs, offsetMinutes, keymap);
	if (reason !== undefined) return reason;
	return connection.status === 'lost' ? 'the engine does not answer' : 'asking for older lines';
};

/** Of the first entry that tells its time; of those of a sheet, or of all that are kept. */
export const firstMillis = (entries: Pick<Entries, 'at'>, count: number): number | undefined => {
	for (let index = 0; index < count; index++) {
		const atMillis = entries.at(index)?.line.atMillis;
		if (atMillis !== undefined) return atMillis;
	}
	return undefined;
};

/**
 * The first entry at or after a moment; one by one: late lines stand where they came, so that the times
 * do not always grow.
 */
export const indexAt = (logs: LogSheet, wanted: number): number => {
	let index = 0;
	while (index < logs.count && !((logs.at(index)?.line.atMillis ?? Number.NaN) >= wanted)) index++;
	return index;
};
