import {shellWords} from '../../format/shell-words.ts';
import {cautionOf} from '../../model/act/policy.ts';
import {qualifiedName} from '../../model/container-facts.ts';
import {known} from '../../model/known.ts';
import {actionTarget} from '../../store/act/action-request.ts';
import {countBulk, isUnderWay} from '../../store/act/bulk-state.ts';
import type {Confirm} from '../../store/overlay.ts';
import {selectShown, selectShownCount} from '../../store/select-rows.ts';
import type {State} from '../../store/state.ts';
import type {Command, CommandContext} from '../command.ts';
import {movements} from '../movements.ts';
import {topOverlay} from '../top-overlay.ts';
import {whyNotLive} from './acted.ts';
import {isProtected, protectedLine} from './ask-action.ts';
import {whyTooMany} from './ask-bulk.ts';
import {isDeaf} from './confirm-commands.ts';
import {doConfirmed} from './confirmed.ts';

const scroll = (context: CommandContext, lines: number): void => {
	const overlay = topOverlay(context, 'bulk');
	if (overlay === undefined) return;
	const last = context.overlayOverflow;
	const top = Math.max(0, Math.min(last, Math.min(last, overlay.top) + lines));
	context.dispatch({type: 'overlay/changed', overlay: {...overlay, top}});
};

const planOf = ({frame}: State) => {
	const overlay = frame.overlays.at(-1);
	return overlay?.kind === 'bulk' ? overlay.plan : undefined;
};

const askName = (
	{dispatch, nowMillis: sinceMillis}: CommandContext,
	confirm: Confirm,
	expected: string,
): void =>
	dispatch({
		type: 'overlay/opened',
		overlay: {kind: 'confirm-name', confirm, expected, text: '', sinceMillis},
	});

/** The set is what is shown now, whatever the filter shows when something is chosen. */
const actOnShown = (context: CommandContext): void => {
	const {state, dispatch, nowMillis: atMillis} = context;
	const why = whyTooMany(selectShownCount(state));
	if (why !== undefined) {
		dispatch({type: 'message/added', level: 'info', text: why, atMillis});
		return;
	}
	const {byKey} = state.containers;
	const targets = selectShown(state).flatMap(key => {
		const container = byKey.get(key);
		return container === undefined ? [] : [actionTarget(container)];
	});
	const subject = targets.length === 1 ? '' : ' that are shown';
	const overlay = {kind: 'menu', menu: 'actions', targets, subject, index: 0} as const;
	dispatch({type: 'overlay/opened', overlay});
};

/**
 * Those were agreed to, as they were then: what was refused because it is another case by now is asked
 * about again, as carefully as before. A protected engine wants to be sure each time.
 */
const retry = (context: CommandContext): void => {
	const {state, nowMillis: sinceMillis} = context;
	const {bulk} = state;
	if (bulk === undefined) return;
	const {failed} = countBulk(bulk);
	// Those that only waited for another one were never begun.
	const refused = bulk.rows.filter(
		({outcome, sinceMillis: begunAt}) => outcome?.kind === 'refused' && begunAt !== undefined,
	);
	const containers = refused.flatMap(({key}) => state.containers.byKey.get(key) ?? []);
	const confirm: Confirm = {
		title: `${bulk.title}: ${failed === 1 ? 'the one' : `the ${failed}`} that failed once more?`,
		lines: [
			...containers.map(each => `${qualifiedName(each)} is ${each.state} now.`),
			...protectedLine(state),
		],
		request: {kind: 'bulk-retry'},
	};
	const caution = cautionOf(state.policy, bulk.action, {
		...{containers, isProtected: isProtected(state)},
	});
	if (caution === 'name') askName(context, confirm, `retry ${failed}`);
	else if (refused.length === 0) doConfirmed(context, confirm);
	else context.dispatch({type: 'overlay/opened', overlay: {kind: 'confirm', confirm, sinceMillis}});
};

const isAsked = (state: State): boolean => planOf(state) !== undefined;

export const bulkCommands: readonly Command[] = [
	{
		id: 'bulk.open',
		title: 'Bulk run: how far it is, what failed',
		hint: 'bulk run',
		keywords: 'progress results retry',
		group: 'act',
		scope: 'global',
		keys: ['B'],
		disabled: ({bulk}) => (bulk === undefined ? 'nothing was done to many yet' : undefined),
		run: ({dispatch, nowMillis: sinceMillis}) =>
			dispatch({type: 'overlay/opened', overlay: {kind: 'bulk', top: 0, sinceMillis}}),
	},
	{
		id: 'list.act',
		title: 'Act on all that the list shows',
		hint: 'act on all',
		keywords: 'bulk every filter',
		group: 'act',
		scope: 'list',
		keys: ['X'],
		needsTarget: true,
		writes: true,
		disabled: state => (selectShownCount(state) === 0 ? 'the list is empty' : whyNotLive(state)),
		run: actOnShown,
	},
	{
		id: 'bulk.yes',
		title: 'Yes, do it to all that are listed',
		hint: 'yes',
		group: 'act',
		scope: 'bulk',
		keys: ['y'],
		needsTarget: true,
		acts: true,
		writes: true,
		footer: 10,
		disabled(state) {
			const plan = planOf(state);
			if (plan === undefined) return 'it was answered already';
			const isIdle = plan.rows.every(({skipped}) => skipped !== undefined);
			return isIdle ? 'there is nothing to do' : undefined;
		},
		run(context) {
			const overlay = topOverlay(context, 'bulk');
			if (overlay?.plan === undefined) return;
			if (isDeaf(overlay, context)) return;
			const {plan} = overlay;
			const confirm: Confirm = {
				title: `${plan.title}?`,
				lines: plan.notes,
				...known('clients', plan.clients),
				commands: [plan.command],
				request: {kind: 'bulk', plan},
			};
			context.dispatch({type: 'overlay/closed'});
			if (plan.expected === undefined) doConfirmed(context, confirm);
			else askName(context, confirm, plan.expected);
		},
	},
	{
		id: 'bulk.close',
		title: 'No; or close, and what runs goes on',
		hint: 'close',
		group: 'act',
		scope: 'bulk',
		keys: ['escape', 'n', 'enter', 'q'],
		footer: 20,
		run: ({dispatch}) => dispatch({type: 'overlay/closed'}),
	},
	{
		id: 'bulk.copy',
		title: 'Copy the command that does it',
		hint: 'copy it',
		group: 'act',
		scope: 'bulk',
		keys: ['ctrl+y'],
		footer: 30,
		disabled: state => (isAsked(state) ? undefined : 'nothing is asked'),
		run({state, effects}) {
			const command = planOf(state)?.command;
			if (command !== undefined) effects.copy(shellWords(command), 'the command');
		},
	},
	{
		id: 'bulk.cancel',
		title: 'Cancel what has not begun',
		hint: 'cancel rest',
		group: 'act',
		scope: 'bulk',
		keys: ['x'],
		footer: 12,
		disabled: state =>
			isAsked(state) || !isUnderWay(state.bulk) ? 'nothing is under way' : undefined,
		run: ({effects}) => effects.cancelBulk(),
	},
	{
		id: 'bulk.retry',
		title: 'Do it again to those that failed',
		hint: 'retry failed',
		group: 'act',
		scope: 'bulk',
		keys: ['R'],
		needsTarget: true,
		acts: true,
		writes: true,
		footer: 14,
		disabled(state) {
			const {bulk} = state;
			if (isAsked(state) || bulk === undefined) return 'nothing was done yet';
			if (isUnderWay(bulk)) return 'it is under way';
			return countBulk(bulk).failed === 0 ? 'nothing failed' : undefined;
		},
		run: retry,
	},
	...movements.map(
		({verb, title, keys, amount}): Command => ({
			...{id: `bulk.${verb}`, title, group: 'move', scope: 'bulk', keys},
			run: context => scroll(context, amount(context)),
		}),
	),
];
