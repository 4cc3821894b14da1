import type {PaneSizes} from '../../store/state.ts';
import type {Rect} from '../canvas/segments.ts';
import type {Layout} from './layout.ts';

/** Of all that lies on both sides of the border. */
const stepShare = 0.05;

/** The sizes after the border was moved from where it is on the screen; undefined where it is not there. */
export const moveBorder = (
	{list, bottom, ...place}: Layout,
	sizes: PaneSizes,
	border: keyof PaneSizes,
	step: 1 | -1,
): PaneSizes | undefined => {
	if (list === undefined || bottom === undefined) return undefined;
	if (border === 'listHeight') {
		return {...sizes, [border]: moved(list.height, list.height + bottom.height, step)};
	}
	const beside: Rect | undefined = place.detail;
	if (beside === undefined) return undefined;
	return {...sizes, [border]: moved(list.width, beside.left + beside.width, step)};
};

/** By a whole cell at least, so that each key is seen. */
const moved = (cells: number, all: number, step: 1 | -1): number => {
	const by = Math.max(1, Math.round(all * stepShare));
	return Math.max(0, Math.min(1, (cells + step * by) / all));
};
