import {targetKey} from '../model/logs/log-target.ts';
import {selectionTarget} from '../store/logs/select-target.ts';
import {selectedHappening, selectHappenings} from '../store/select-happenings.ts';
import {selectedContainer} from '../store/select-target.ts';
import type {State} from '../store/state.ts';
import type {Command, CommandContext} from './command.ts';
import {goToMoment, sayMomentLater} from './go-to-moment.ts';
import {openLogs} from './open-logs.ts';
import {pageMoves} from './page-moves.ts';
import {showContainer} from './show-container.ts';
import {topOverlay} from './top-overlay.ts';

/** Enough lines above it to see what led to it. */
const rowsBefore = 5;

export const eventCommands: readonly Command[] = [
	...pageMoves('events', selectHappenings),
	{
		id: 'event.open',
		title: 'To the container it happened to',
		hint: 'container',
		group: 'look',
		scope: 'events',
		keys: ['enter'],
		footer: 10,
		disabled: whyNoContainer,
		run(context) {
			const key = selectedHappening(context.state)?.entry.key;
			if (key !== undefined) showContainer(context, key);
		},
	},
	{
		id: 'event.logs',
		title: 'Log of the container at that moment',
		hint: 'log then',
		group: 'look',
		scope: 'events',
		keys: ['L'],
		footer: 15,
		disabled: whyNoContainer,
		run: openThen,
	},
	{
		id: 'events.filter',
		title: 'Show only what has: text !not /regex/',
		hint: 'filter',
		group: 'look',
		scope: 'events',
		keys: ['/'],
		footer: 16,
		run({state, dispatch}) {
			const text = state.eventFilter;
			dispatch({type: 'overlay/opened', overlay: {kind: 'narrow', text, before: text}});
		},
	},
	{
		id: 'events.follow',
		title: 'Follow what happens again',
		hint: 'follow',
		group: 'look',
		scope: 'events',
		keys: ['f'],
		footer: 17,
		disabled: ({places}) => (places.events === undefined ? 'it follows already' : undefined),
		run: ({dispatch}) => dispatch({type: 'page/moved', page: 'events'}),
	},
	{
		id: 'narrow.keep',
		title: 'Keep the filter',
		hint: 'keep',
		group: 'look',
		scope: 'narrow',
		keys: ['enter'],
		footer: 10,
		run: ({dispatch}) => dispatch({type: 'overlay/closed'}),
	},
	{
		id: 'narrow.cancel',
		title: 'Back to the filter of before',
		hint: 'cancel',
		group: 'look',
		scope: 'narrow',
		keys: ['escape'],
		footer: 20,
		run(context) {
			const overlay = topOverlay(context, 'narrow');
			context.dispatch({type: 'overlay/closed'});
			if (overlay) context.dispatch({type: 'events/filtered', text: overlay.before});
		},
	},
];

function whyNoContainer(state: State): string | undefined {
	const happening = selectedHappening(state);
	if (happening === undefined) return 'nothing is selected';
	if (happening.entry.key === undefined) return 'it happened to no container';
	return selectedContainer(state) === undefined ? 'the container is gone' : undefined;
}

/** The log is read as soon as the cursor stands on what happened, as with a selection of the list. */
function openThen(context: CommandContext): void {
	const {state, logs} = context;
	const happening = selectedHappening(state);
	const target = selectionTarget(state);
	if (happening === undefined || target === undefined) return;
	const isRead = targetKey(state.logs.target) === targetKey(target) && logs.count > 0;
	openLogs(context, target);
	const {sinceMillis} = happening;
	if (!isRead) {
		sayMomentLater(context, sinceMillis);
		return;
	}
	const newest = logs.at(logs.count - 1);
	const newestSeq = newest?.seq ?? 0;
	// Behind the last words of what ended there is nothing, and they are what one looks for.
	const wanted = Math.min(sinceMillis, newest?.line.atMillis ?? sinceMillis);
	goToMoment(context, wanted, seq => ({seq, row: rowsBefore, newestSeq}));
}
