import {formatSeconds} from '../../../format/duration.ts';
import type {Line} from '../../../format/span.ts';
import type {Container} from '../../../model/container.ts';
import type {DetailData, DetailKind, Loadable} from '../../../store/detail/detail-state.ts';
import {selectedContainer, selectedRow} from '../../../store/select-target.ts';
import type {View} from '../../view.ts';
import {fade} from '../../widgets/fade.ts';
import {styled} from '../../widgets/spans.ts';
import {wrapWords} from '../../widgets/wrap.ts';
import type {TabBody} from './tab.ts';

/** Of the selected container; of a heading the sentence that says what to do. */
export const ofContainer = (
	{state}: View,
	width: number,
	sentence: string,
	draw: (container: Container) => TabBody,
): TabBody => {
	const container = selectedContainer(state);
	if (container !== undefined) return draw(container);
	return words(selectedRow(state) === undefined ? 'nothing selected' : sentence, width);
};

/** A sentence instead of data. */
export const words = (text: string, width: number, token: 'muted' | 'err' = 'muted'): TabBody => ({
	lines: wrapWords(text, width).map((line): Line => [styled(token, line)]),
});

/** What is drawn of loaded data, weak when it is old; until it is there, words that say so. */
export const ofLoaded = <Kind extends DetailKind>(
	view: View,
	width: number,
	kind: Kind,
	draw: (value: DetailData[Kind]) => TabBody,
): TabBody => {
	const slot: Loadable<DetailData[Kind]> = view.state.detail.data[kind];
	switch (slot.status) {
		case 'ready':
			return draw(slot.value);
		case 'stale': {
			const body = draw(slot.value);
			return {...body, lines: body.lines.map(fade)};
		}
		case 'failed': {
			const {message, hint} = slot.failure;
			return words(hint === undefined ? message : `${message}. ${hint}`, width, 'err');
		}
		default:
			return view.state.connection.status === 'live'
				? {lines: [waitSpans(view, slot.waitedMillis)]}
				: words('not known yet; asked for when the engine answers', width);
	}
};

/** Those of the kinds that are awaited for so long that it is worth a word, and those that are old. */
export const loadParts = (view: View, kinds: readonly DetailKind[]): readonly Line[] => {
	const slots = kinds.map(kind => view.state.detail.data[kind]);
	const waited = Math.max(0, ...slots.map(({waitedMillis = 0}) => waitedMillis));
	const isOld = slots.some(({status}) => status === 'stale');
	return [
		...(waited > 0 ? [waitSpans(view, waited)] : []),
		...(isOld ? [[styled('warn', 'old: the engine does not answer')]] : []),
	];
};

/** Nothing at first: most answers are there before it could be read. */
const waitSpans = ({symbols}: View, waitedMillis: number | undefined): Line =>
	waitedMillis === undefined
		? []
		: [styled('muted', `${symbols.wait} ${formatSeconds(waitedMillis)}`)];
