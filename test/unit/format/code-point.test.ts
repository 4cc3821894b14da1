import stringWidth from 'string-width';
import {expect, test} from 'vitest';
import {kindOf, mark, narrow, wide} from '../../../source/format/code-point.ts';
import {cellsInTerminal} from '../../helpers/screen-terminal.ts';

const kept = [narrow, wide, mark];
const carrier = 'a';

const keptCodePoints = (first: number, last: number, step: number): readonly number[] => {
	const found: number[] = [];
	for (let codePoint = first; codePoint <= last; codePoint += step) {
		if (kept.includes(kindOf(codePoint))) found.push(codePoint);
	}
	return found;
};

const predicted = (codePoint: number): number => {
	const kind = kindOf(codePoint);
	return kind === mark ? 1 : 1 + kind;
};

const disputed = async (codePoints: readonly number[]): Promise<readonly string[]> => {
	const texts = codePoints.map(codePoint => carrier + String.fromCodePoint(codePoint));
	const cells = await cellsInTerminal(texts);
	expect(cells).toHaveLength(texts.length);
	return codePoints
		.filter((codePoint, index) => cells[index] !== predicted(codePoint))
		.map(codePoint => `U+${codePoint.toString(16)}`);
};

test('a terminal takes the predicted cells for every character of the basic plane that is kept', async () => {
	const codePoints = keptCodePoints(0x20, 0xffff, 1);
	expect(codePoints.length).toBeGreaterThan(50_000);
	expect(await disputed(codePoints)).toEqual([]);
});

test('a terminal takes the predicted cells for characters of the other planes that are kept', async () => {
	const codePoints = [
		...keptCodePoints(0x10000, 0x1ffff, 1),
		...keptCodePoints(0x20000, 0x10ffff, 61),
	];
	expect(codePoints.length).toBeGreaterThan(5000);
	expect(await disputed(codePoints)).toEqual([]);
});

test('the newest Unicode agrees on the width of every character that is kept', () => {
	const others = [
		...keptCodePoints(0x20, 0x3100, 1),
		...keptCodePoints(0x3100, 0x33479, 17),
	].filter(codePoint => {
		const character = String.fromCodePoint(codePoint);
		const cells = kindOf(codePoint) === mark ? 0 : kindOf(codePoint);
		return stringWidth(character) !== cells;
	});
	expect(others.map(codePoint => codePoint.toString(16))).toEqual([]);
});

test('everyday scripts are kept', () => {
	const text = 'aé ß Ω Жж אב عرب हिन्दी ไทย 漢字 かな 한국 → ● ✓ ⣿ █ ╭ €';
	const lost = [...text.normalize('NFC')].filter(
		character => !kept.includes(kindOf(character.codePointAt(0) ?? 0)),
	);
	expect(lost).toEqual([]);
});
