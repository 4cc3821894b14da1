import {dropped, joining, piling, traitsOf} from './code-point.ts';

/**
 * Marks on each other: far more than are shown. To put a pile in order takes the square of its height, so that
 * half a megabyte of marks would take minutes.
 */
const mostHeight = 32;

/** Without what is dropped, and composed where anything may be. */
export const normalised = (text: string): string => {
	let kept = '';
	let start = 0;
	let height = 0;
	let isJoining = false;
	for (let index = 0; index < text.length; ) {
		const codePoint = text.codePointAt(index) ?? 0;
		const end = index + (codePoint > 0xffff ? 2 : 1);
		const traits = traitsOf(codePoint);
		if (traits < joining) height = 0;
		else {
			isJoining ||= (traits & joining) > 0;
			const instead = insteadOf(codePoint, traits, height);
			if (instead !== undefined) {
				kept += text.slice(start, index) + instead;
				start = end;
			}
			height = heightWith(traits, height);
		}
		index = end;
	}
	const whole = start === 0 ? text : kept + text.slice(start);
	return isJoining ? whole.normalize('NFC') : whole;
};

/** Undefined for what stays as it is. */
const insteadOf = (codePoint: number, traits: number, height: number): string | undefined => {
	const isFull = height >= mostHeight;
	if (traits & dropped || (traits & piling && isFull)) return '';
	const halves = amHalves(codePoint);
	return isFull ? halves?.slice(1) : halves;
};

/** Thai and Lao AM take one cell or none; its two halves, a mark and a vowel, are the same sign with a known width. */
const amHalves = (codePoint: number): string | undefined => {
	if (codePoint === 0x0e33) return '\u0e4d\u0e32';
	return codePoint === 0x0eb3 ? '\u0ecd\u0eb2' : undefined;
};

const heightWith = (traits: number, height: number): number => {
	if (traits & dropped) return height;
	return traits & piling ? height + 1 : 0;
};
