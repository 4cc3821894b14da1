import {isUp} from '../../model/container.ts';
import type {Command} from '../command.ts';
import {actedNow, fittingFor, whyNoAction} from './acted.ts';
import {openActions} from './action-menu.ts';
import {askAction} from './ask-action.ts';

/** What has a key of its own; all else is in the menu. */
export const actionCommands: readonly Command[] = [
	{
		id: 'container.actions',
		title: 'All that can be done to it: kill, remove …',
		hint: 'actions',
		keywords: 'menu kill signal remove delete rename limits policy unpause',
		group: 'act',
		scope: 'global',
		keys: ['x'],
		needsTarget: true,
		writes: true,
		footer: 33,
		disabled: whyNoAction,
		run: openActions,
	},
	{
		id: 'container.restart',
		title: 'Restart container, service or project',
		hint: 'restart',
		group: 'act',
		scope: 'global',
		keys: ['r'],
		needsTarget: true,
		writes: true,
		footer: 35,
		disabled: whyNoAction,
		run: context => askAction(context, {verb: 'restart'}, actedNow(context.state)),
	},
	{
		id: 'container.start-stop',
		title: 'Start/stop container, service, project',
		hint: 'start/stop',
		group: 'act',
		scope: 'global',
		keys: ['s'],
		needsTarget: true,
		writes: true,
		footer: 63,
		disabled: whyNoAction,
		run(context) {
			const acted = actedNow(context.state);
			// Something runs: stop it. The verb is fixed here, not when the answer comes.
			const verb = acted.containers.some(isUp) ? 'stop' : 'start';
			askAction(context, {verb}, acted);
		},
	},
	{
		id: 'container.pause',
		title: 'Pause or unpause',
		hint: 'pause',
		group: 'act',
		scope: 'global',
		keys: ['p'],
		needsTarget: true,
		writes: true,
		footer: 64,
		disabled(state, keymap) {
			const reason = whyNoAction(state, keymap);
			if (reason !== undefined) return reason;
			const {containers} = actedNow(state);
			const isSome = containers.some(({state: now}) => now === 'running' || now === 'paused');
			return isSome ? undefined : 'nothing of it runs';
		},
		run(context) {
			const acted = actedNow(context.state);
			const isSome = fittingFor('pause', acted).containers.length > 0;
			askAction(context, {verb: isSome ? 'pause' : 'unpause'}, acted);
		},
	},
];
