import {cleanText} from '../../../format/sanitise.ts';
import type {Line} from '../../../format/span.ts';
import type {ProjectEntry, ServiceEntry} from '../../../store/select-compose.ts';
import type {View} from '../../view.ts';
import {rule} from '../../widgets/frame.ts';
import {plain, shorten, styled} from '../../widgets/spans.ts';
import {whyUnmetNow} from './entry-words.ts';

/** Of what one service waits for, so much is named. */
const mostNamed = 12;
/** A blank, the rule, and the sentence. */
const headRows = 3;

/** What waits for what in words, a line for each service, where it is too much to be drawn. */
export const waitList = (
	view: View,
	{name, services}: ProjectEntry,
	{width, height}: {readonly width: number; readonly height: number},
): readonly Line[] => {
	const waiting = services.filter(({waits}) => waits.length > 0);
	const waits = waiting.reduce((sum, each) => sum + each.waits.length, 0);
	const room = height - headRows;
	if (room < 1 || waits === 0) return [];
	const shown = waiting.slice(0, waiting.length > room ? room - 1 : room);
	const left = waiting.length - shown.length;
	const {symbols} = view;
	return [
		[],
		rule({width, title: [plain('what waits for what')], focused: false, symbols}),
		[
			styled(
				'muted',
				` too big to draw: ${services.length} services, of which ${waiting.length} wait ${waits} times`,
			),
		],
		...shown.map(service =>
			shorten([plain(' '), ...waitLine(view, name, service)], width, symbols.ellipsis),
		),
		...(left > 0 ? [[styled('muted', ` and ${left} more services`)]] : []),
	];
};

/** `api waits for db, cache`, what is not as it is needed in red; how many there are where not all are named. */
const waitLine = (view: View, project: string, {name, waits}: ServiceEntry): Line => [
	plain(cleanText(name)),
	styled('muted', waits.length > mostNamed ? ` waits for ${waits.length}: ` : ' waits for '),
	...waits
		.slice(0, mostNamed)
		.flatMap(
			(wait, index): Line => [
				...(index === 0 ? [] : [styled('muted', ', ')]),
				whyUnmetNow(view.state, project, wait) === undefined
					? plain(cleanText(wait.service))
					: styled('err', cleanText(wait.service)),
			],
		),
	...(waits.length > mostNamed ? [styled('muted', `, ${view.symbols.ellipsis}`)] : []),
];
