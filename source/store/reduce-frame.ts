import {known} from '../model/known.ts';
import {withClients} from './act/told-clients.ts';
import type {Action} from './action.ts';
import type {FrameState, State} from './state.ts';

export const reduceFrame = (state: State, action: Action): State => {
	const frame = nextFrame(state.frame, action);
	return frame === state.frame ? state : {...state, frame};
};

const nextFrame = (frame: FrameState, action: Action): FrameState => {
	switch (action.type) {
		case 'frame/view-chosen':
			return frame.view === action.view ? frame : withView(frame, action);
		case 'selection/moved':
			// Whoever looks around is here to stay.
			return frame.returnsTo === undefined ? frame : withoutReturn(frame);
		case 'frame/focused':
			return {...frame, focus: action.pane};
		case 'frame/tab-chosen':
			return {...frame, tab: action.tab};
		case 'frame/zoomed':
			return action.zoomed ? {...frame, zoomed: true} : {...withoutReturn(frame), zoomed: false};
		case 'frame/mouse-used':
			return {...frame, mouse: action.mouse};
		case 'frame/resized':
			return {...frame, sizes: action.sizes};
		case 'overlay/opened':
			return {...frame, overlays: [...frame.overlays, action.overlay]};
		case 'overlay/changed':
			return frame.overlays.length === 0
				? frame
				: {...frame, overlays: [...frame.overlays.slice(0, -1), action.overlay]};
		case 'overlay/closed':
			return frame.overlays.length === 0
				? frame
				: {...frame, overlays: frame.overlays.slice(0, -1)};
		case 'clients/counted': {
			const overlays = withClients(frame.overlays, action);
			return overlays === frame.overlays ? frame : {...frame, overlays};
		}
		case 'entry/used':
			return {...frame, used: withLatest(frame.used, action.id)};
		default:
			return frame;
	}
};

const mostUsed = 20;

const withLatest = (used: readonly string[], id: string): readonly string[] =>
	[id, ...used.filter(each => each !== id)].slice(0, mostUsed);
const withoutReturn = ({returnsTo: _, ...frame}: FrameState): FrameState => frame;

const withView = (
	frame: FrameState,
	{view, returnsTo}: Extract<Action, {type: 'frame/view-chosen'}>,
): FrameState => ({
	...withoutReturn(frame),
	...known('returnsTo', returnsTo),
	...{view, zoomed: false},
});
