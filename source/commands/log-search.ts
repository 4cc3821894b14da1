import {formatCount} from '../format/count.ts';
import {known} from '../model/known.ts';
import type {LogPattern} from '../model/logs/log-pattern.ts';
import {parsePattern} from '../model/logs/log-pattern.ts';
import type {LogHeld} from '../store/logs/logs-state.ts';
import type {Overlay} from '../store/overlay.ts';
import type {CommandContext} from './command.ts';
import {hold} from './log-read-commands.ts';

export type SearchOverlay = Extract<Overlay, {kind: 'search'}>;

/** Another text is looked for: the cursor goes to what is nearest above where the search began. */
export const seek = (context: CommandContext, overlay: SearchOverlay, text: string): void => {
	const {before} = overlay;
	const search = text === '' ? before.search : parsePattern(text);
	setSearch(context, search);
	const {logs} = context;
	const origin = before.held?.seq ?? logs.at(logs.count - 1)?.seq ?? 0;
	const hit = text === '' ? undefined : (logs.nextHit(origin + 1, -1) ?? logs.nextHit(origin, 1));
	setHeld(context, before.held);
	if (hit !== undefined) holdEntry(context, hit.seq);
};

/** As if nothing had been typed. */
export const cancelSearch = (context: CommandContext, {before}: SearchOverlay): void => {
	setSearch(context, before.search);
	setHeld(context, before.held);
};

/** To the next hit towards the end (1) or the beginning (-1), and on from the other end where there is none. */
export const stepToHit = (context: CommandContext, direction: 1 | -1): void => {
	const {logs, state, dispatch} = context;
	const note = (text: string): void => dispatch({type: 'logs/noted', note: text});
	const origin = state.logs.held?.seq ?? logs.at(logs.count - 1)?.seq ?? 0;
	const next = logs.nextHit(origin, direction);
	if (next !== undefined) {
		holdEntry(context, next.seq);
		return;
	}
	if (!logs.isComplete) {
		note('still looking');
		return;
	}
	const missing = direction === -1 ? olderNote(context) : undefined;
	if (missing !== undefined) {
		note(logs.hitCount === 0 ? `${notFound(context)}; ${missing}` : missing);
		return;
	}
	const outside = direction === 1 ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
	const first = logs.nextHit(outside, direction);
	if (first !== undefined) holdEntry(context, first.seq);
	if (first === undefined) note(notFound(context));
	else note(direction === 1 ? 'search goes on from the top' : 'search goes on from the end');
};

/** What is further up may be in older lines: they are asked for, and the cursor stays for them. */
const olderNote = ({state, logs, effects}: CommandContext): string | undefined => {
	const {older} = state.logs;
	if (state.connection.status === 'lost' || logs.book.size === 0) return undefined;
	if (older === undefined) effects.loadOlder();
	return older === undefined || older === 'loading' ? 'asking for older lines' : undefined;
};

/** Found is only what is here; the log may have begun before. */
export const notFound = ({state, logs}: Pick<CommandContext, 'state' | 'logs'>): string => {
	if (state.logs.older === 'none') return 'not found';
	const what = logs.count === logs.book.size ? 'loaded' : 'shown';
	return `not found in the ${formatCount(logs.count)} entries ${what}`;
};

const setSearch = ({dispatch, logs, state}: CommandContext, search?: LogPattern): void => {
	dispatch({type: 'logs/searched', ...known('search', search)});
	logs.read(state.logs.query, search, state.logs.held?.seq);
};

const setHeld = ({dispatch}: CommandContext, held?: LogHeld): void =>
	dispatch({type: 'logs/held', ...known('held', held)});

const holdEntry = (context: CommandContext, seq: number): void =>
	hold(context, context.logMoves.to(seq));
