import {formatPercent} from '../../../format/percent.ts';
import type {Line} from '../../../format/span.ts';
import {isHostStale} from '../../../store/select-stale.ts';
import type {Paint, View} from '../../view.ts';
import {fadeIf} from '../../widgets/fade.ts';
import {loadBar} from '../../widgets/load-bar.ts';
import {bold, plain, styled} from '../../widgets/spans.ts';
import {wrapWords} from '../../widgets/wrap.ts';
import {coresPanel} from './cores.ts';
import {disksPanel} from './disks.ts';
import {enginePanel} from './engine-facts.ts';
import {loadPanel} from './load.ts';
import {memoryPanel} from './memory.ts';
import {networksPanel} from './networks.ts';
import type {Panel} from './panel.ts';
import {whyLittle} from './why-little.ts';

/** Lines that a part has at most where there is one column. */
const parts: readonly (readonly [Panel, number])[] = [
	[coresPanel, 2],
	[memoryPanel, 4],
	[loadPanel, 6],
	[disksPanel, 4],
	[networksPanel, 4],
	[enginePanel, 8],
];

/** One column without frames; what matters less is cut off at the bottom. */
export const paintNarrow: Paint = (view, width, height) => {
	const reason = whyLittle(view);
	const note = reason === undefined ? [] : wrapWords(reason, width - 2);
	const lines: Line[] = note.map(text => [styled('muted', text)]);
	const isRemote = view.state.host?.origin === 'engine';
	if (!isRemote) lines.push(cpuLine(view, width - 2));
	for (const [{title, body}, most] of isRemote ? parts.slice(-1) : parts) {
		if (title !== coresPanel.title) lines.push([bold(title)]);
		lines.push(...body(view, width - 2, most).slice(0, most));
	}
	const isOld = isHostStale(view.state);
	return lines.slice(0, height).map(line => [plain(' '), ...fadeIf(isOld, line)]);
};

const cpuLine = ({state, symbols}: View, width: number): Line => {
	const percent = state.host?.cpuPercent;
	const bar = loadBar(percent === undefined ? undefined : percent / 100, width - 12, symbols);
	return [bold('cpu  '), ...bar, plain(` ${formatPercent(percent)}%`)];
};
