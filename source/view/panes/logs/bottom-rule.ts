import type {Line, Span} from '../../../format/span.ts';
import {selectedRow} from '../../../store/select-target.ts';
import type {TabId} from '../../../store/state.ts';
import {tabs} from '../../../store/state.ts';
import type {View} from '../../view.ts';
import {rule} from '../../widgets/frame.ts';
import {bold, plain, styled} from '../../widgets/spans.ts';
import {rowTitle} from '../detail/subject.ts';
import {hasKeys} from '../has-keys.ts';

const titles: Readonly<Record<TabId, string>> = {logs: 'Logs', stats: 'Stats', info: 'Info'};

/** The line above the pane: what is selected, the tabs, and at the right what the open tab says. */
export const bottomRule = ({state, symbols}: View, width: number, right: Line): Line => {
	const row = selectedRow(state);
	const subject = row === undefined ? [] : [bold(rowTitle(state, row)), plain('  ')];
	return rule({
		width,
		title: [...subject, ...tabSpans(state.frame.tab)],
		right,
		focused: hasKeys(state, 'logs'),
		symbols,
	});
};

/** Brackets and not only colour show which one is open; the others stay where they are. */
const tabSpans = (active: TabId): readonly Span[] =>
	tabs.map(tab =>
		tab === active
			? styled('accent', `[${titles[tab]}]`, {bold: true})
			: styled('muted', ` ${titles[tab]} `),
	);
