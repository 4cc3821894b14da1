import type {Command, CommandContext} from '../../commands/command.ts';
import {commandTable} from '../../commands/command-table.ts';
import {keyText} from '../../commands/keymap.ts';
import {resolveKey} from '../../commands/resolve-key.ts';
import {runCommand} from '../../commands/run-command.ts';
import {isWithin} from '../../model/elapsed.ts';
import type {Overlay} from '../../store/overlay.ts';
import type {PaneId} from '../../store/state.ts';
import type {Hit} from '../hit.ts';
import type {PointerEvent} from '../pointer.ts';
import type {Runtime} from '../runtime.ts';
import {contextOf} from './handle-chord.ts';
import {hitUnder, type Under, underPointer} from './hit-area.ts';
import {type Shown, sizesOf} from './shown.ts';
import {turnWheel} from './turn-wheel.ts';
import {isTyped} from './typed-overlay.ts';

/** What the mouse does on the screen that is shown. */
export const handlePointer = (runtime: Runtime, event: PointerEvent, shown: () => Shown): void => {
	// What was under way when it was given away is nothing any more.
	if (runtime.store.getState().frame.mouse !== 'taken') return;
	if (event.kind === 'wheel') turnWheel(runtime, event, shown);
	else press(runtime, event, shown);
};

type Press = Extract<PointerEvent, {kind: 'press'}>;

/** Two presses within it are one double click. */
const doubleMillis = 500;

/** The press that opened or closed an overlay: the second half of a double click must not hit what is there then. */
const turned = new WeakMap<Runtime, Press & {readonly atMillis: number}>();

const press = (runtime: Runtime, event: Press, shown: () => Shown): void => {
	const {store} = runtime;
	const last = turned.get(runtime);
	const isSecond = last?.column === event.column && last.row === event.row;
	if (isSecond && isWithin(last.atMillis, runtime.now(), doubleMillis)) return;
	const before = store.getState().frame.overlays;
	const now = shown();
	const under = underPointer(now, event.column, event.row);
	if (under !== undefined) pressOn(runtime, now, under, shown);
	if (store.getState().frame.overlays.length !== before.length)
		turned.set(runtime, {...event, atMillis: runtime.now()});
};

const panesOf: Readonly<Partial<Record<Under['area'], PaneId>>> = {list: 'list', bottom: 'logs'};

const pressOn = (runtime: Runtime, now: Shown, under: Under, shown: () => Shown): void => {
	const {overlay} = now;
	const hit =
		overlay === undefined || under.area === 'overlay' || under.area === 'footer'
			? hitUnder(now, under)
			: leaving(overlay.overlay);
	const pane = overlay === undefined ? panesOf[under.area] : undefined;
	if (pane !== undefined && runtime.store.getState().frame.focus !== pane)
		runtime.store.dispatch({type: 'frame/focused', pane});
	if (hit !== undefined) runHit(runtime, hit, shown);
};

/** Beside an overlay a click does what Esc would; what is being typed is kept, as by Enter. */
const leaving = (overlay: Overlay): Hit | undefined => {
	const chord = isTyped(overlay) && !isAnswer(overlay) ? 'enter' : 'escape';
	const command = resolveKey(commandTable, [overlay.kind], chord);
	return command && {kind: 'command', id: command.id};
};

/** What is typed does something only when it is whole. */
const isAnswer = ({kind}: Overlay): boolean =>
	kind === 'moment' || kind === 'label' || kind === 'compose-line';

const runHit = (runtime: Runtime, hit: Hit, shown: () => Shown): void => {
	const actions = hit.kind === 'dispatch' ? hit.actions : (hit.first ?? []);
	for (const action of actions) runtime.store.dispatch(action);
	if (hit.kind === 'dispatch') return;
	const command = runtime.keymap.byId.get(hit.id);
	if (command === undefined) return;
	const context = {...contextOf(runtime, sizesOf(shown())), isClick: true};
	if (command.acts) refuse(command, context);
	else runCommand(command, context);
};

/** A click asks and shows, and never changes a container. */
const refuse = ({id}: Command, context: CommandContext): void => {
	const {dispatch, keymap, nowMillis: atMillis} = context;
	const key = keyText(keymap, id);
	const text = `a click changes nothing${key === undefined ? '' : `; press ${key} to do it`}`;
	dispatch({type: 'message/added', level: 'info', text, atMillis});
};
