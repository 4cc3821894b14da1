import type {Line} from '../../../format/span.ts';
import type {View} from '../../view.ts';

/** Below the lines where the log fills the screen. */
export const paintLogFoot = (_view: View, _width: number): readonly Line[] => [];
