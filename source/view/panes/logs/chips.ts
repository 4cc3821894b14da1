import {lineWidth} from '../../../format/line.ts';
import type {Line} from '../../../format/span.ts';
import type {Symbols} from '../../../format/symbols.ts';
import {reachName} from '../../../model/logs/reach.ts';
import type {LogChip} from '../../../store/logs/log-chips.ts';
import {clickable, plain, styled} from '../../widgets/spans.ts';

/** `& timeout`, `level ≥ warn`: what it does, in words that need no legend. */
export const chipText = (chip: LogChip, {chart}: Symbols): string => {
	switch (chip.kind) {
		case 'keep':
			return `& ${chip.pattern.text}`;
		case 'exclude':
			return `! ${chip.pattern.text}`;
		case 'level':
			return `level ${chart === 'ascii' ? '>=' : '≥'} ${chip.level}`;
		case 'stream':
			return `${chip.stream} only`;
		case 'muted':
			return `${chip.count} muted`;
		case 'since':
			return `since ${reachName(chip.millis)}`;
	}
};

/** With the sign that it can be taken away; a pattern that cannot be read is red. */
export const chipSpans = (chip: LogChip, symbols: Symbols): Line => {
	const isBroken = 'pattern' in chip && chip.pattern.problem !== undefined;
	const sign = symbols.chart === 'ascii' ? 'x' : '×';
	return [styled(isBroken ? 'err' : 'pause', chipText(chip, symbols)), styled('muted', ` ${sign}`)];
};

/** In one row, three spaces apart, as many as fit; how many more there are is said. */
export const chipRow = (chips: readonly LogChip[], width: number, symbols: Symbols): Line => {
	const row: Line[number][] = [];
	let room = width;
	for (const [index, chip] of chips.entries()) {
		const [words, cross] = chipSpans(chip, symbols);
		const spans: Line = [
			plain('   '),
			...clickable(`chip:${index}`, words ? [words] : []),
			...clickable(`unchip:${index}`, cross ? [cross] : []),
		];
		const left = chips.length - index - 1;
		const cells = lineWidth(spans);
		const needed = left > 0 ? moreCells : 0;
		if (cells + needed > room) {
			const more = clickable('log.filters', [styled('pause', `   +${left + 1} filters`)]);
			return lineWidth(more) <= room ? [...row, ...more] : row;
		}
		row.push(...spans);
		room -= cells;
	}
	return row;
};

/** `   +12 filters` */
const moreCells = 14;
