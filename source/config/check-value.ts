import {nearest} from '../model/nearest.ts';
import type {Value} from './setting.ts';

/** Why a value will not do. It is told by its type, because what is in it may be anything. */
export const whyRefused = (setting: Value, value: unknown): string | undefined => {
	switch (setting.kind) {
		case 'text':
			return whyNoText(value) ?? setting.refuse?.(String(value));
		case 'texts':
			return Array.isArray(value)
				? value.map(whyNoText).find(reason => reason !== undefined)
				: whyNoText(value);
		case 'number': {
			const {least, most} = setting;
			const isSound = Number.isInteger(value) && Number(value) >= least && Number(value) <= most;
			return isSound ? undefined : `is not a whole number from ${least} to ${most}`;
		}
		case 'choice': {
			const {choices} = setting;
			const isOne = typeof value === 'string' && choices.includes(value);
			return isOne ? undefined : `is none of ${choices.join(', ')}`;
		}
		case 'flag':
			return typeof value === 'boolean' ? undefined : 'is neither true nor false';
	}
};

const whyNoText = (value: unknown): string | undefined => {
	if (typeof value !== 'string') return 'is not a text; put it into quotes';
	return value === printable(value) ? undefined : 'has control characters, which are not shown';
};

/** What a terminal would act on has no place in names and patterns. */
export const printable = (text: string): string =>
	text.replaceAll(/[\0-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]+/g, ' ');

/** Of a name that is not among many: the one that was meant, else all of them. */
export const noneOf = (name: string, names: readonly string[]): string => {
	const meant = nearest(name, names);
	return meant === undefined
		? `is none of ${names.join(', ')}`
		: `is not known; did you mean ${meant}?`;
};
