import {isWithin} from '../../model/elapsed.ts';
import type {Command, CommandContext} from '../command.ts';
import {topOverlay} from '../top-overlay.ts';
import {copyCommands, doConfirmed} from './confirmed.ts';

/** Keys that are pressed by habit or held down must not answer a question that has just appeared. */
const deafMillis = 300;

export const isDeaf = (
	{sinceMillis}: {readonly sinceMillis: number},
	{nowMillis}: CommandContext,
): boolean => isWithin(sinceMillis, nowMillis, deafMillis);

/** A question is answered with No by every key that is pressed by habit. */
export const confirmCommands: readonly Command[] = [
	{
		id: 'confirm.yes',
		title: 'Yes, do it',
		hint: 'yes',
		group: 'act',
		scope: 'confirm',
		keys: ['y'],
		needsTarget: true,
		acts: true,
		footer: 10,
		run(context) {
			const overlay = topOverlay(context, 'confirm');
			if (overlay === undefined || isDeaf(overlay, context)) return;
			context.dispatch({type: 'overlay/closed'});
			doConfirmed(context, overlay.confirm);
		},
	},
	{
		id: 'confirm.no',
		title: 'No',
		hint: 'no',
		group: 'act',
		scope: 'confirm',
		keys: ['n', 'escape', 'enter', 'q'],
		footer: 20,
		run: ({dispatch}) => dispatch({type: 'overlay/closed'}),
	},
	{
		id: 'confirm.copy',
		title: 'Copy the command that does it',
		hint: 'copy it',
		group: 'act',
		scope: 'confirm',
		keys: ['ctrl+y'],
		footer: 30,
		run(context) {
			const overlay = topOverlay(context, 'confirm');
			if (overlay !== undefined) copyCommands(context, overlay.confirm);
		},
	},
];

/** Letters are text; what was pasted with a line end, or was typed by something fast, does not answer. */
export const confirmNameCommands: readonly Command[] = [
	{
		id: 'confirm-name.yes',
		title: 'Do it, where the name is typed',
		hint: 'do it',
		group: 'act',
		scope: 'confirm-name',
		keys: ['enter'],
		needsTarget: true,
		acts: true,
		footer: 10,
		disabled({frame}) {
			const overlay = frame.overlays.at(-1);
			if (overlay?.kind !== 'confirm-name' || overlay.text.trim() === overlay.expected) return;
			return `type ${overlay.expected} first`;
		},
		run(context) {
			const overlay = topOverlay(context, 'confirm-name');
			if (overlay === undefined || isDeaf(overlay, context)) return;
			context.dispatch({type: 'overlay/closed'});
			doConfirmed(context, overlay.confirm);
		},
	},
	{
		id: 'confirm-name.no',
		title: 'No',
		hint: 'cancel',
		group: 'act',
		scope: 'confirm-name',
		keys: ['escape'],
		footer: 20,
		run: ({dispatch}) => dispatch({type: 'overlay/closed'}),
	},
	{
		id: 'confirm-name.copy',
		title: 'Copy the command that does it',
		hint: 'copy it',
		group: 'act',
		scope: 'confirm-name',
		keys: ['ctrl+y'],
		footer: 30,
		run(context) {
			const overlay = topOverlay(context, 'confirm-name');
			if (overlay !== undefined) copyCommands(context, overlay.confirm);
		},
	},
];
