import type {Pointer, PointerEvent} from '../view/pointer.ts';
import type {InputRouter} from './input-router.ts';
import type {MouseReport} from './split-input.ts';

/** The mouse as the screen hears of it. */
export const pointerOf = (router: Pick<InputRouter, 'subscribe'>): Pointer => ({
	subscribe: listener =>
		router.subscribe(event => {
			if (event.kind !== 'mouse') return;
			for (const each of pointerEvents(event.reports)) listener(each);
		}),
});

/**
 * Presses of the left button, and turns of the wheel, those in one place and direction added up. With Shift
 * held the mouse is the terminal's, and with Alt or Ctrl it means nothing; that a button was let go neither.
 */
export const pointerEvents = (reports: readonly MouseReport[]): readonly PointerEvent[] => {
	const events: PointerEvent[] = [];
	for (const {action, button, column, row, shift, alt, ctrl} of reports) {
		if (shift || alt || ctrl) continue;
		if (action === 'press' && button === 'left') events.push({kind: 'press', column, row});
		const turn = turns[action];
		if (turn === undefined) continue;
		const last = events.at(-1);
		const isSame =
			last?.kind === 'wheel' &&
			last.column === column &&
			last.row === row &&
			Math.sign(last.turns) === turn;
		if (isSame) events[events.length - 1] = {...last, turns: last.turns + turn};
		else events.push({kind: 'wheel', column, row, turns: turn});
	}
	return events;
};

const turns: Readonly<Partial<Record<MouseReport['action'], number>>> = {
	'wheel-up': -1,
	'wheel-down': 1,
};
