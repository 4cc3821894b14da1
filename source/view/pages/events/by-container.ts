import {happeningWords} from '../../../format/happening-words.ts';
import {fitLine} from '../../../format/line.ts';
import type {Line} from '../../../format/span.ts';
import {entrySubject} from '../../../format/timeline-words.ts';
import type {Happening} from '../../../model/happening.ts';
import {selectHappenings} from '../../../store/select-happenings.ts';
import type {View} from '../../view.ts';
import {rule} from '../../widgets/frame.ts';
import {happeningMark} from '../../widgets/happening-mark.ts';
import {plain, styled} from '../../widgets/spans.ts';
import {entryMark} from '../../widgets/timeline-mark.ts';

const nameCells = 28;
const countCells = 7;

/** What happened to one container, or to the engine as a whole. */
interface Sum {
	/** The last of it. */
	readonly last: Happening;
	all: number;
	bad: number;
}

/** How much happened to each container, those with the most that was bad first. */
export const byContainer = (view: View, width: number, height: number): readonly Line[] => {
	const {symbols} = view;
	const sums = sumsOf(view);
	const head = rule({width, title: [plain('by container')], focused: false, symbols});
	if (sums.length === 0) return [head];
	const names = [
		` ${'CONTAINER'.padEnd(nameCells)}`,
		...['EVENTS', 'BAD'].map(name => name.padStart(countCells)),
		'  LAST',
	];
	return [
		head,
		[styled('muted', names.join(''))],
		...sums
			.slice(0, Math.max(0, height - 2))
			.map(sum => fitLine(sumLine(sum, view), width, 'left', symbols.ellipsis)),
	];
};

const sumsOf = (view: View): readonly Sum[] => {
	const sums = new Map<string, Sum>();
	for (const happening of selectHappenings(view.state)) {
		const id = happening.entry.key ?? '';
		const sum = sums.get(id) ?? {last: happening, all: 0, bad: 0};
		sums.set(id, sum);
		sum.all += happening.parts.length;
		sum.bad += happening.parts.filter(
			part => entryMark(part, view.symbols).style?.token === 'err',
		).length;
	}
	return [...sums.values()].toSorted((a, b) => b.bad - a.bad || b.all - a.all);
};

const sumLine = ({last, all, bad}: Sum, {symbols}: View): Line => {
	const count = String(all).padStart(countCells);
	const badText = String(bad).padStart(countCells);
	return [
		plain(' '),
		...fitLine([plain(entrySubject(last.entry))], nameCells, 'left', symbols.ellipsis),
		plain(count),
		styled(bad > 0 ? 'err' : 'muted', badText),
		plain('  '),
		happeningMark(last, symbols),
		plain(` ${happeningWords(last)}`),
	];
};
