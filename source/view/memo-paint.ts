import type {Paint, View} from './view.ts';

/**
 * The same drawing, made anew only when something it is drawn from has changed. `inputs` names that
 * by identity: slices of the state, which are replaced and never changed. The size of the pane and the
 * rest of the view are watched anyway.
 */
export const memoPaint = (paint: Paint, inputs: (view: View) => readonly unknown[]): Paint => {
	let known: readonly unknown[] = [];
	let drawn: ReturnType<Paint> = [];
	return (view, width, height) => {
		const now = [width, height, ...valuesBut(view, 'state'), ...inputs(view)];
		if (now.length !== known.length || now.some((value, index) => value !== known[index])) {
			drawn = paint(view, width, height);
			known = now;
		}
		return drawn;
	};
};

/** What is in the record, but for these. A loop, because each pane asks in each frame. */
export const valuesBut = <Name extends string>(
	record: Readonly<Partial<Record<Name, unknown>>>,
	...leftOut: readonly Name[]
): readonly unknown[] => {
	const values: unknown[] = [];
	for (const name in record) if (!leftOut.includes(name)) values.push(record[name]);
	return values;
};
