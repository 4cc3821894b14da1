import type {ContainerKey} from '../../model/ids.ts';
import type {DetailKind} from '../../store/detail/detail-state.ts';
import type {State} from '../../store/state.ts';
import type {SizeClass} from '../frame/layout.ts';
import type {HitTest} from '../hit.ts';
import type {Paint, View} from '../view.ts';

/** A screen of its own, between the header and the status line. */
export interface PageSpec {
	readonly paint: Paint;
	/** What it is drawn from, by identity (`memo-paint.ts`). */
	readonly inputs: (view: View) => readonly unknown[];
	/** It names the selected container, so that keys may act on that. */
	readonly showsTarget: boolean;
	/** Whose figures it shows on a screen of this size: sampled at the chosen pace. */
	readonly watched: (state: State, size: SizeClass) => readonly ContainerKey[];
	/** What is loaded about the selected container while the page is shown at this size. */
	readonly needs?: (view: View, width: number, height: number) => readonly DetailKind[];
	/** It shows all there is to know of the machine, which is read only then. */
	readonly showsHost?: boolean;
	/** In so many cells it shows what the file under the cursor begins with, which is read only then. */
	readonly peeks?: (width: number) => boolean;
	/** Rows of its list in a rectangle of this size: what a page of it is. All but one where it is not said. */
	readonly listRows?: (view: View, width: number, height: number) => number;
	readonly hit?: HitTest;
}
