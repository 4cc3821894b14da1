import type {CommandContext, Scope} from '../../commands/command.ts';
import {commandTable} from '../../commands/command-table.ts';
import {hold} from '../../commands/log-read-commands.ts';
import {resolveKey} from '../../commands/resolve-key.ts';
import {runCommand} from '../../commands/run-command.ts';
import {activeScopes} from '../../commands/scopes.ts';
import {selectBy} from '../../commands/select-row.ts';
import type {Overlay} from '../../store/overlay.ts';
import type {State} from '../../store/state.ts';
import type {PointerEvent} from '../pointer.ts';
import type {Runtime} from '../runtime.ts';
import {contextOf} from './handle-chord.ts';
import {type Under, underPointer} from './hit-area.ts';
import {type Shown, sizesOf} from './shown.ts';
import {isTyped} from './typed-overlay.ts';

/** Lines that one notch moves. */
const notch = 3;
/** Of a burst, where each step is one of its own: nobody sees more. */
const mostSteps = 30;

/**
 * Scrolls what is under the pointer; the keys stay where they are. In the list the selection moves, as
 * in htop: the rows in sight are those around it.
 */
export const turnWheel = (
	runtime: Runtime,
	{column, row, turns}: Extract<PointerEvent, {kind: 'wheel'}>,
	shown: () => Shown,
): void => {
	const now = shown();
	const under = underPointer(now, column, row)?.area;
	const context = (): CommandContext => contextOf(runtime, sizesOf(shown()));
	const state = runtime.store.getState();
	const {overlay} = now.overlay ?? {};
	// While a line is typed, what it is about can be looked through.
	if (overlay !== undefined && (under === 'overlay' || !isTyped(overlay))) {
		if (under === 'overlay' && !isTyped(overlay)) turnOverlay(overlay, turns, context);
	} else if (under === 'list') selectBy(context(), notch * turns);
	else if (under === 'bottom' && state.frame.tab === 'logs') scrollLog(context(), turns);
	else if (under !== undefined) step(scopesOf(state, under), notch * turns, context);
};

const turnOverlay = (overlay: Overlay, turns: number, context: () => CommandContext): void => {
	if (!('top' in overlay)) {
		step([overlay.kind], turns, context);
		return;
	}
	const {dispatch, overlayOverflow: last} = context();
	const moved = Math.max(0, Math.min(last, Math.min(last, overlay.top) + notch * turns));
	// At its end an output goes on by itself, as by the keys.
	const top = overlay.kind === 'output' && moved === last ? Number.MAX_SAFE_INTEGER : moved;
	dispatch({type: 'overlay/changed', overlay: {...overlay, top}});
};

const scrollLog = (context: CommandContext, turns: number): void =>
	hold(context, context.logMoves.scroll(notch * turns));

/** As the arrow keys do there. */
const step = (scopes: readonly Scope[], lines: number, context: () => CommandContext): void => {
	const command = resolveKey(commandTable, scopes, lines < 0 ? 'up' : 'down');
	if (command === undefined) return;
	for (let left = Math.min(mostSteps, Math.abs(lines)); left > 0; left--) {
		runCommand(command, context());
	}
};

/** Whom the arrow keys would reach, were it the one that has the keys. */
const scopesOf = (state: State, under: Under['area']): readonly Scope[] => {
	if (under === 'page') return activeScopes({...state, frame: {...state.frame, overlays: []}});
	if (under !== 'bottom') return [];
	return activeScopes({...state, frame: {...state.frame, focus: 'logs', overlays: []}});
};
