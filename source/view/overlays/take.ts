import {takeChoices} from '../../commands/log-take-commands.ts';
import type {Line} from '../../format/span.ts';
import {frame} from '../widgets/frame.ts';
import {keyOf} from '../widgets/key-name.ts';
import {bold, plain, styled} from '../widgets/spans.ts';
import type {OverlaySpec} from './overlay-spec.ts';
import {centred, rowHit} from './overlay-spec.ts';

const width = 48;

/** What of the log can be copied or saved, each with its letter. */
export const takeOverlay: OverlaySpec<'take'> = {
	place: (_view, overlay, screen) => centred(screen, width, takeChoices(overlay).length + 2),
	hit: (_view, overlay, spot, {height}) =>
		rowHit(overlay, takeChoices(overlay).length, {spot, height, command: 'take.choose'}),
	paint(view, overlay, frameWidth, height) {
		const {symbols} = view;
		return frame({
			width: frameWidth,
			height,
			title: [bold(overlay.verb)],
			right: [styled('muted', keyOf(view, 'take.choose') ?? '')],
			body: takeChoices(overlay).map(({key, title}, place): Line => {
				const isChosen = place === overlay.index;
				const mark = isChosen ? symbols.selected : ' ';
				return [
					styled(isChosen ? 'accent' : 'info', `${mark} ${key} `, {bold: isChosen}),
					isChosen ? styled('accent', title, {bold: true}) : plain(title),
				];
			}),
			focused: true,
			symbols,
		});
	},
};
