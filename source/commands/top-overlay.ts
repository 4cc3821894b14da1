import type {Overlay} from '../store/overlay.ts';
import type {CommandContext} from './command.ts';

/** The overlay that takes the keys, where it is of this kind. */
export const topOverlay = <Kind extends Overlay['kind']>(
	{state}: Pick<CommandContext, 'state'>,
	kind: Kind,
): Extract<Overlay, {kind: Kind}> | undefined => {
	const overlay = state.frame.overlays.at(-1);
	return overlay?.kind === kind ? (overlay as Extract<Overlay, {kind: Kind}>) : undefined;
};
