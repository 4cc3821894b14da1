import {reduceBulk} from './act/reduce-bulk.ts';
import {reduceCompose} from './act/reduce-compose.ts';
import type {Action} from './action.ts';
import {keepDetail, reduceDetail} from './detail/reduce-detail.ts';
import {reduceTrees} from './detail/reduce-trees.ts';
import {reduceFiles} from './files/reduce-files.ts';
import {keepSelection} from './keep-selection.ts';
import {reduceLogs} from './logs/reduce-logs.ts';
import {reduceConnection} from './reduce-connection.ts';
import {reduceContainers} from './reduce-containers.ts';
import {reduceFrame} from './reduce-frame.ts';
import {reduceList} from './reduce-list.ts';
import {reducePlaces} from './reduce-places.ts';
import {reduceProgram} from './reduce-program.ts';
import {reduceShells} from './reduce-shells.ts';
import {reduceSpells} from './reduce-spells.ts';
import {reduceStats} from './reduce-stats.ts';
import {reduceTasks} from './reduce-tasks.ts';
import {reduceThemes} from './reduce-themes.ts';
import {reduceTimeline} from './reduce-timeline.ts';
import type {State} from './state.ts';

/**
 * The next state; the same object when nothing changed. Each slice looks at the actions it knows
 * and hands the rest on, so one action may change several slices.
 */
export const reduce = (state: State, action: Action): State =>
	keepDetail(
		keepSelection(
			state,
			slices.reduce((next, slice) => slice(next, action), state),
		),
	);

const slices: readonly ((state: State, action: Action) => State)[] = [
	// Before the connection and the containers: it tells what becomes of them.
	reduceTimeline,
	reduceConnection,
	reduceContainers,
	reduceSpells,
	reduceLogs,
	reduceDetail,
	reduceTrees,
	reduceFiles,
	reduceFrame,
	reduceStats,
	reduceTasks,
	reduceBulk,
	reduceProgram,
	reduceShells,
	reduceCompose,
	reduceThemes,
	// After the containers, whose order it keeps.
	reduceList,
	// After all that is listed on the screens.
	reducePlaces,
];
