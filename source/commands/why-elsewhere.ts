import {targetKey} from '../model/logs/log-target.ts';
import {describeTarget} from '../store/logs/describe-target.ts';
import {selectionTarget} from '../store/logs/select-target.ts';
import {isComparing} from '../store/select-stats.ts';
import type {State} from '../store/state.ts';
import type {Keymap} from './command.ts';
import {keyText} from './keymap.ts';

/** Why the selection cannot be acted on: the log or the charts on the screen are of something else, and nobody acts on what he does not see. */
export function whyElsewhere(state: State, keymap: Keymap): string | undefined {
	if (state.frame.view === 'stats' && isComparing(state)) {
		const key = keyText(keymap, 'stats.compare');
		return `the marked containers are compared${key === undefined ? '' : `; ${key} shows the selection`}`;
	}
	const {zoomed, focus, tab} = state.frame;
	const {pinned} = state.logs;
	// Above charts and facts stands the selection.
	if (!(zoomed && focus === 'logs' && tab === 'logs') || pinned === undefined) return undefined;
	const selection = selectionTarget(state);
	if (selection === undefined || targetKey(selection) === targetKey(pinned)) return undefined;
	const keys = ['pane.next', 'frame.back'].flatMap(id => keyText(keymap, id) ?? []);
	return `the selection is ${describeTarget(state, selection)}${keys.length === 0 ? '' : `; ${keys.join(' or ')} shows it`}`;
}
