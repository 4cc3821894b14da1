import type {Overlay} from '../store/overlay.ts';
import type {CommandContext} from './command.ts';
import {topOverlay} from './top-overlay.ts';

type Picker = Exclude<Extract<Overlay, {readonly index: number}>['kind'], 'form'>;

/** To another of so many things of which one is to be chosen; round the ends. */
export const moveChoice = (
	context: CommandContext,
	kind: Picker,
	{length}: {readonly length: number},
	step: number,
): void => {
	const overlay = topOverlay(context, kind);
	if (overlay === undefined || length === 0) return;
	const index = (overlay.index + step + length) % length;
	context.dispatch({type: 'overlay/changed', overlay: {...overlay, index}});
};
