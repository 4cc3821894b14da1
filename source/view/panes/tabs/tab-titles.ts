import {lineWidth} from '../../../format/line.ts';
import type {Line, Span} from '../../../format/span.ts';
import type {Symbols} from '../../../format/symbols.ts';
import {type TabId, tabs, tabTitles} from '../../../store/tabs.ts';
import {plain, styled} from '../../widgets/spans.ts';
import {tabSpecs} from './tab-specs.ts';

/** A piece of the row of titles; a click on it opens the tab. */
export interface TitlePiece {
	readonly span: Span;
	readonly tab?: TabId;
}

/**
 * The titles in at most `width` cells: all in full, all short, or short ones around the open one, which is
 * always there. Brackets and not only colour show which it is.
 */
export const tabTitlePieces = (
	active: TabId,
	width: number,
	/** With what is said at the right. */
	room: number,
	symbols: Symbols,
): readonly TitlePiece[] => {
	for (const look of looks) {
		const all = pieces(tabs, active, look);
		if (cells(all) <= width && cells(all) + look.spare <= room) return all;
	}
	return around(active, width, symbols);
};

interface Look {
	readonly title: (tab: TabId) => string;
	/** Blanks where the brackets would be, so that no title moves when another tab opens. */
	readonly isPadded: boolean;
	/** Cells that must be left, so that the look does not change with what each tab says at the right. */
	readonly spare: number;
}

export const titleLine = (titles: readonly TitlePiece[]): Line => titles.map(({span}) => span);

const cells = (titles: readonly TitlePiece[]): number => lineWidth(titleLine(titles));

const fullTitle = (tab: TabId): string => tabTitles[tab];
const shortTitle = (tab: TabId): string => (tab === 'logs' ? 'Logs' : tabSpecs[tab].short);

const narrowest: Look = {title: shortTitle, isPadded: false, spare: 0};
const looks: readonly Look[] = [
	{title: fullTitle, isPadded: true, spare: 36},
	{title: fullTitle, isPadded: false, spare: 0},
	narrowest,
];

const pieces = (
	shown: readonly TabId[],
	active: TabId,
	{title, isPadded}: Look,
): readonly TitlePiece[] =>
	shown.flatMap((tab, index): readonly TitlePiece[] => {
		const blank = isPadded ? ' ' : '';
		const span =
			tab === active
				? styled('accent', `[${title(tab)}]`, {bold: true})
				: styled('muted', `${blank}${title(tab)}${blank}`);
		return isPadded || index === 0 ? [{span, tab}] : [{span: plain(' ')}, {span, tab}];
	});

/** As many neighbours as fit, on both sides; a sign says that there are more. */
const around = (active: TabId, width: number, {ellipsis}: Symbols): readonly TitlePiece[] => {
	const at = tabs.indexOf(active);
	let from = at;
	let to = at + 1;
	const draw = (start: number, end: number): readonly TitlePiece[] => [
		...(start > 0 ? [more(ellipsis, tabs[start - 1])] : []),
		...pieces(tabs.slice(start, end), active, narrowest),
		...(end < tabs.length ? [more(ellipsis, tabs[end])] : []),
	];
	const fits = (start: number, end: number): boolean => cells(draw(start, end)) <= width;
	for (let isGrowing = true; isGrowing; ) {
		isGrowing = false;
		if (to < tabs.length && fits(from, to + 1)) {
			to++;
			isGrowing = true;
		}
		if (from > 0 && fits(from - 1, to)) {
			from--;
			isGrowing = true;
		}
	}
	return draw(from, to);
};

/** A click on it goes on in that direction. */
const more = (sign: string, tab: TabId | undefined): TitlePiece => ({
	span: styled('muted', sign),
	...(tab === undefined ? {} : {tab}),
});
