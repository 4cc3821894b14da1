import {accessLevel} from './access-line.ts';
import {jsonLevel} from './json-level.ts';
import {beginningLevel, priorityLevel, shapeLevel, timeShapeLevel} from './level-shapes.ts';
import type {PlacedLevel} from './log-level.ts';
import {scanWords} from './word-scan.ts';

export type FoundLevel = PlacedLevel;

const brace = 0x7b;
const less = 0x3c;

/**
 * The level of a line without escape sequences. Undefined where it is not certain: a word in a
 * sentence does not count. A word that its program wrote as the level wins over the status of a
 * request. Only the beginning of a line is looked at, so its length does not matter.
 */
export const detectLevel = (text: string): FoundLevel | undefined => {
	const first = text.charCodeAt(0);
	if (first === brace) return jsonLevel(text);
	if (first === less) {
		const level = priorityLevel(text);
		if (level) return level;
	}
	return (
		beginningLevel(text) ??
		shapeLevel(text) ??
		scanWords(text) ??
		timeShapeLevel(text) ??
		accessLevel(text)
	);
};
