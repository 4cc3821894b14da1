import {formatBytes} from '../../../format/bytes.ts';
import {fitLine} from '../../../format/line.ts';
import {limitToken, loadToken} from '../../../format/load.ts';
import type {Line, Span, Token} from '../../../format/span.ts';
import type {View} from '../../view.ts';
import {plain, styled} from '../../widgets/spans.ts';
import type {Panel} from './panel.ts';

const nameCells = 10;
const figureCells = 7;
const percentCells = 6;

interface Part {
	readonly name: string;
	readonly bytes: number | undefined;
	readonly ofBytes: number | undefined;
	/** Undefined: the colour of the load, for what it is bad to be full of. */
	readonly token?: Token;
}

/** What the memory of the machine is used for. */
export const memoryPanel: Panel = {
	title: 'memory',
	right({state}) {
		const total = state.host?.memoryTotalBytes ?? state.engine?.memoryTotalBytes;
		return [plain(formatBytes(total)), styled('muted', ' in all')];
	},
	body: (view, width) => partsOf(view).map(part => partLine(view, part, width)),
};

const partsOf = ({state}: View): readonly Part[] => {
	const {host, engine} = state;
	const parts = host?.detail?.memory;
	const total = host?.memoryTotalBytes ?? engine?.memoryTotalBytes;
	const of = {ofBytes: total};
	return [
		{name: 'used', bytes: host?.memoryUsedBytes, ...of},
		{name: 'cache', bytes: host?.memoryCacheBytes, ...of, token: 'info'},
		{name: 'free', bytes: parts?.freeBytes, ...of, token: 'muted'},
		{name: 'swap', bytes: host?.swapUsedBytes, ofBytes: parts?.swapTotalBytes},
		{name: 'available', bytes: parts?.availableBytes, ...of, token: 'ok'},
	];
};

const partLine = ({symbols}: View, part: Part, width: number): Line => {
	const {name, bytes, ofBytes, token} = part;
	const label = styled('muted', name.padEnd(nameCells));
	if (name === 'swap' && ofBytes === 0) return [label, styled('muted', 'none on this machine')];
	const share = bytes === undefined || !ofBytes ? undefined : bytes / ofBytes;
	const bar = Math.max(0, width - nameCells - figureCells - percentCells - 1);
	const percent = share === undefined ? '' : `${Math.round(share * 100)}%`;
	return [
		label,
		...fitLine(barOf(share, bar, token, symbols), bar),
		figure(formatBytes(bytes).padStart(figureCells), token === undefined ? share : undefined),
		styled('muted', percent.padStart(percentCells)),
	];
};

const figure = (text: string, share: number | undefined): Span => {
	const token = limitToken(share);
	return token === undefined ? plain(text) : styled(token, text);
};

const barOf = (
	share: number | undefined,
	width: number,
	token: Token | undefined,
	{barParts, barEmpty}: View['symbols'],
): Line => {
	if (share === undefined) return [];
	const parts = Math.round(Math.min(1, share) * width * barParts.length);
	const whole = Math.floor(parts / barParts.length);
	const rest = parts % barParts.length;
	const filled =
		(barParts.at(-1) ?? '').repeat(whole) + (rest > 0 ? (barParts[rest - 1] ?? '') : '');
	const empty = barEmpty.repeat(Math.max(0, width - whole - (rest > 0 ? 1 : 0)));
	return [styled(token ?? loadToken(share), filled), styled('dim', empty)];
};
