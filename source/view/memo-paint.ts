import {hasSameItems} from '../model/same.ts';
import type {Paint, View} from './view.ts';

/** What names, by identity, what is drawn from. */
export type Inputs = (view: View) => readonly unknown[];

/** All of the state but some of it, and `also` what matters of that. */
export interface AllBut {
	readonly but: ReadonlySet<string>;
	readonly also?: Inputs;
}

/**
 * The same drawing, made anew only when something it is drawn from has changed. `inputs` names that
 * by identity: slices of the state, which are replaced and never changed. The size of the pane and the
 * rest of the view are watched anyway.
 */
export const memoPaint = (paint: Paint, inputs: Inputs | AllBut): Paint => {
	const {but, also} = typeof inputs === 'function' ? {but: undefined, also: inputs} : inputs;
	let known: {readonly view: View; readonly width: number; readonly height: number} | undefined;
	let values: readonly unknown[] = [];
	let drawn: ReturnType<Paint> = [];
	return (view, width, height) => {
		const isInPlace = known?.width === width && known.height === height;
		if (known?.view === view && isInPlace) return drawn;
		const isStill = known !== undefined && isInPlace && isLike(known.view, view, but);
		const now = also === undefined ? nothing : also(view);
		if (!(isStill && hasSameItems(now, values))) drawn = paint(view, width, height);
		known = {view, width, height};
		values = now;
		return drawn;
	};
};

const nothing: readonly unknown[] = [];

const isLike = (before: View, now: View, but: ReadonlySet<string> | undefined): boolean => {
	const {isOtherwise, slices} = differences(before, now);
	if (isOtherwise) return false;
	if (but === undefined) return true;
	for (const name of slices) if (!but.has(name)) return false;
	return true;
};

interface Differences {
	/** Something else than the state differs. */
	readonly isOtherwise: boolean;
	/** Names of what differs in the state. */
	readonly slices: readonly string[];
}

/** Asked by each pane in each frame, about the same two views. */
const differences = (before: View, now: View): Differences => {
	if (latest?.before !== before || latest.now !== now) {
		const names = changedNames(before, now);
		const isSameState = before.state === now.state;
		latest = {
			...{before, now, isOtherwise: names.length > (isSameState ? 0 : 1)},
			slices: isSameState ? [] : changedNames(before.state, now.state),
		};
	}
	return latest;
};

let latest: (Differences & {readonly before: View; readonly now: View}) | undefined;

/** Of all that either has. */
const changedNames = <Owner extends object>(before: Owner, now: Owner): readonly string[] => {
	const names: string[] = [];
	for (const name in now) if (now[name] !== before[name]) names.push(name);
	for (const name in before) if (!(name in now)) names.push(name);
	return names;
};

/** What is in the record, but for these. */
export const valuesBut = <Name extends string>(
	record: Readonly<Partial<Record<Name, unknown>>>,
	...leftOut: readonly Name[]
): readonly unknown[] => {
	const values: unknown[] = [];
	for (const name in record) if (!leftOut.includes(name)) values.push(record[name]);
	return values;
};
